"""The translations: complete, up to date, and nothing in the window that goes past them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import translations

SAYING = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton", "Tick",
    "Option", "Offer", "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setStatusTip", "setWhatsThis", "setTitle", "setHeaderLabels",
    "setInformativeText", "setLabelText", "setPrefix", "setSuffix", "addAction", "addMenu", "addButton",
    "addRow", "addItem", "addItems", "addTab", "insertItem", "caption", "tell", "show_message", "show_export",
    "information", "warning", "critical", "question", "getOpenFileName",
}  # fmt: skip
"""Calls whose texts a person sees."""
FREE = {"Timeglass", "PDF"}
"""Names that are the same in every language."""
KEY_ARGUMENTS = {"tell": 1}
"""Calls whose first arguments are keys rather than texts."""
LETTERS = re.compile(r"[^\W\d_]{2,}")


def hard_wired(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal with letters that is shown without being translated."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in SAYING:
            for argument in node.args[KEY_ARGUMENTS.get(name, 0) :]:
                yield from texts(argument)


def texts(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Literals in an expression that become part of its value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if set(LETTERS.findall(node.value)) - FREE:
            yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr | ast.List | ast.Tuple):
        for part in node.values if isinstance(node, ast.JoinedStr) else node.elts:
            yield from texts(part)
    elif isinstance(node, ast.BinOp):
        yield from texts(node.left)
        yield from texts(node.right)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for part in node.values:
            yield from texts(part)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
        yield from texts(node.func.value)


def unseen(source: str) -> Iterator[tuple[int, str]]:
    """Calls of ``tr`` and ``translate`` whose text is no literal, so that Qt's tools cannot gather it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1}.get(name)
            if place is None or len(node.args) <= place:
                continue
            if isinstance(node.func, ast.Attribute) and name == "translate":
                owner = node.func.value
                if not (isinstance(owner, ast.Name) and owner.id == "QCoreApplication"):
                    continue
            if not isinstance(node.args[place], ast.Constant):
                yield node.lineno, ast.unparse(node.args[place])


GATHERED_ELSEWHERE = {
    "actions.py": "str(text)",
    "keys_dialog.py": "str(text) str(spec.words) str(title)",
    "legend_words.py": "str(text)",
    "room_words.py": "str(sentence) text",
    "export_dialog.py": "form.words",
    "part_words.py": "str(part)",
    "parts.py": "str(QT_TRANSLATE_NOOP('Parts', 'Built-in timeline'))",
}
"""Texts that QT_TRANSLATE_NOOP marks where they are declared."""


def modules() -> list[Path]:
    return [path for room in translations.ROOMS for path in sorted((translations.PACKAGE / room).rglob("*.py"))]


def test_translations_are_complete_and_up_to_date() -> None:
    assert translations.check() == [], "run packaging/translations.py update, translate, compile"


def test_no_text_goes_past_the_translation() -> None:
    found = [
        f"{path.name}:{line}: {text!r}" for path in modules() for line, text in hard_wired(path.read_text("utf-8"))
    ]
    assert found == []


def test_every_text_can_be_gathered() -> None:
    found = [
        f"{path.name}:{line}: {text}"
        for path in modules()
        for line, text in unseen(path.read_text("utf-8"))
        if text not in GATHERED_ELSEWHERE.get(path.name, "")
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'QLabel("Hello there")',
        'button.setText(f"{count} events")',
        'menu.addAction("Do it", self.do)',
        'notices.tell("key", "What happened")',
        'label.setText("yes" if fine else self.tr("no"))',
        'label.setToolTip("in {place}".format(place=place))',
        'form.addRow("Paper" + ":", self.paper)',
        'tree.setHeaderLabels([self.tr("Line"), "What"])',
    ],
)
def test_the_scan_finds_hard_wired_texts(code: str) -> None:
    assert list(hard_wired(code))


@pytest.mark.parametrize(
    "code",
    ['QLabel(self.tr("Hello"))', 'label.setText("·")', 'notices.tell("key", words)', 'label.setText(f"{a}: {b}")'],
)
def test_the_scan_lets_translated_texts_be(code: str) -> None:
    assert not list(hard_wired(code))


def test_the_scan_finds_texts_that_cannot_be_gathered() -> None:
    assert list(unseen("self.tr(words)"))
    assert list(unseen('QCoreApplication.translate("A", words)'))
    assert not list(unseen('self.tr("words", "", count)'))
    assert not list(unseen("painter.translate(x, y)"))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%Ln|%n", text))


def test_translations_keep_what_is_put_in() -> None:
    for context, message in translations.messages(translations.FOLDER / "timeglass_uk.ts"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        for form in [one.text or "" for one in translation.iter("numerusform")] or [translation.text or ""]:
            assert placeholders(form) == placeholders(source), f"{context}: {source}"


def test_translations_end_as_the_texts_do() -> None:
    for context, message in translations.messages(translations.FOLDER / "timeglass_uk.ts"):
        source, words = message.findtext("source", ""), message.findtext("translation", "").strip()
        if words:
            assert (source[-1] in ".…:") == (words[-1] in ".…:"), f"{context}: {source}"
            assert source.count("&") == words.count("&"), f"{context}: {source}"


def test_menu_keys_are_not_given_twice() -> None:
    keys = [
        words[words.index("&") + 1].lower()
        for _, message in translations.messages(translations.FOLDER / "timeglass_uk.ts")
        if "&" in (words := message.findtext("translation", ""))
    ]
    assert len(keys) == len(set(keys))


def test_plurals_have_as_many_forms_as_the_language() -> None:
    for language, forms in (("en", 2), ("uk", 3)):
        for context, message in translations.messages(translations.FOLDER / f"timeglass_{language}.ts"):
            if message.get("numerus"):
                assert len(list(message.iter("numerusform"))) == forms, context


def test_unfinished_texts_are_found(tmp_path: Path) -> None:
    path = tmp_path / "t.ts"
    message = "<message><source>{}</source>{}</message>"
    path.write_text(
        "<TS><context><name>C</name>"
        + message.format("a", "<translation>A</translation>")
        + message.format("b", '<translation type="unfinished">B</translation>')
        + message.format("c", "<translation></translation>")
        + message.format("d", "<translation><numerusform>D</numerusform><numerusform></numerusform></translation>")
        + "</context></TS>",
        encoding="utf-8",
    )
    assert translations.unfinished(path) == ["C: b", "C: c", "C: d"]
