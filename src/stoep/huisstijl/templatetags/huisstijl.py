"""Template tags of the house style: icon, component, form_field."""

from django import template

register = template.Library()
