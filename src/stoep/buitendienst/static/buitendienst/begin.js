// 'Mijn locatie' lets a round begin where one stands; without it one chooses a yard.

const form = document.querySelector("[data-begin]");
const place = form?.querySelector("[data-hier]");
if (place && navigator.geolocation) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      form.elements.werf.value = "";
      form.elements.lon.value = coords.longitude.toFixed(6);
      form.elements.lat.value = coords.latitude.toFixed(6);
      form.requestSubmit();
    }, () => { place.hidden = true; });
  });
}
