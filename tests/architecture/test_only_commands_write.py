"""Only commands write, and only rows of their own domain."""

from __future__ import annotations

import ast
import re

from tests.architecture.exceptions import WRITERS
from tests.architecture.house import Module, imports_of, name_of, product_modules, refuse, sample

ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "abulk_create", "aget_or_create"}
ON_A_QUERY = re.compile(r"\.(objects|filter|exclude|all|locked|one|get)(\.|$)")
WRITING_SQL = re.compile(
    r"^\s*(WITH\b.*\)\s*)?(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|TRUNCATE|COPY\s+\S+.*FROM\s+STDIN)",
    re.IGNORECASE | re.DOTALL,
)
NOT_ROWS = re.compile(r"(session|hasher|digest|sha256|image|picture|figure|bucket|store|cookies)$")

READ_MODELS = {"sturing": "figures that handlers count from events, and that can be counted anew"}


def is_write(call: ast.Call) -> str:
    """The name of the write that this call is, or nothing."""
    if not isinstance(call.func, ast.Attribute):
        return ""
    verb, receiver = call.func.attr, name_of(call.func.value)
    on_a_query = bool(ON_A_QUERY.search("." + receiver))
    named = {keyword.arg for keyword in call.keywords}
    if verb in ALWAYS:
        return verb
    if NOT_ROWS.search(receiver):
        return ""
    if (
        verb in {"save", "asave"}
        and not call.args
        and named <= {"update_fields", "force_insert", "force_update", "using", "clean"}
    ):
        return verb
    if verb in {"delete", "adelete"} and not call.args and not named:
        return verb
    if verb in {"create", "acreate"} and (on_a_query or (named and not call.args)):
        return verb
    if verb in {"update", "aupdate"} and not call.args and (on_a_query or named):
        return verb
    return ""


def may_write(module: Module) -> bool:
    """Commands write; so do handlers that keep a read model; foundation is the technique under them."""
    if module.rooms[:1] == ("handlers",):
        return module.domain in READ_MODELS
    return module.domain == "foundation" or module.rooms[:1] == ("commands",)


def find_writers(module: Module) -> list[str]:
    """Every write in a module that is not a command."""
    if may_write(module):
        return []
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (verb := is_write(node)):
            found.append(f"{module.path}:{node.lineno} writes with .{verb}(): only commands write")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITING_SQL.match(node.value):
            found.append(f"{module.path}:{node.lineno} writes with SQL: only commands write")
    return found


def find_strangers(module: Module) -> list[str]:
    """Every write in a command on a model of another domain."""
    if module.rooms[:1] != ("commands",):
        return []
    foreign = {
        name
        for origin, name, _line in imports_of(module.tree)
        if re.fullmatch(r"stoep\.\w+\.models(\..*)?", origin) and origin.split(".")[1] != module.domain
    }
    return [
        f"{module.path}:{node.lineno} writes rows of another domain: call its command"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and is_write(node) and name_of(node).split(".")[0] in foreign
    ]


def test_only_commands_write():
    refuse([text for module in product_modules() for text in find_writers(module)], WRITERS)


def test_commands_write_only_rows_of_their_own_domain():
    refuse([text for module in product_modules() for text in find_strangers(module)])


def test_a_view_that_writes_is_caught():
    for line in (
        "zaak.save()",
        "zaak.save(update_fields=['x'])",
        "Zaak.objects.create(omschrijving='x')",
        "Zaak.objects.filter(pk=1).update(x=1)",
        "Zaak.objects.get_or_create(x=1)",
        "Zaak.objects.bulk_create(rows)",
        "zaak.notities.create(tekst='x')",
        "zaak.delete()",
        "Zaak.objects.all().delete()",
        "cursor.execute('INSERT INTO zaken_zaak VALUES (1)')",
        "cursor.execute('update zaken_zaak set x = 1')",
    ):
        assert find_writers(sample(line)), line


def test_reading_and_other_things_with_the_same_name_pass():
    for line in (
        "Zaak.objects.filter(pk=1)",
        "values.update(other)",
        "hasher.update(data)",
        "image.save(buffer, 'JPEG')",
        "request.session.save()",
        "store.delete(sha256)",
        "cursor.execute('SELECT 1')",
    ):
        assert not find_writers(sample(line)), line


def test_a_command_that_writes_rows_of_another_domain_is_caught():
    source = "from stoep.documenten.models import Document\nDocument.objects.create(titel='x')"

    assert find_strangers(sample(source, "src/stoep/zaken/commands/open_zaak.py"))
    assert not find_strangers(sample(source, "src/stoep/documenten/commands/create_document.py"))
