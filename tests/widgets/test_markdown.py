import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from timeglass.paint.theme import LIGHT
from timeglass.widgets.markdown import is_plain, write_markdown
from timeglass.widgets.page_writer import PageWriter


def _plain(text: str) -> str:
    document = QTextDocument()
    write_markdown(PageWriter(document, LIGHT), text)
    return document.toPlainText()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One sentence of 1997, 2 – 3 words - and 1. more.", "One sentence of 1997, 2 – 3 words - and 1. more."),
        ("**bold** and *soft*", "bold and soft"),
        ("- one\n- two", "• one\n• two"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("a\n\nb", "a\nb"),
        ("![a picture](https://example.org/x.png)", "a picture"),
        ("<script>x</script>", "<script>x</script>"),
        ("# Head", "Head"),
        ("1990s", "1990s"),
        ("", ""),
    ],
)
def test_becomes_a_page(qtbot: QtBot, text: str, shown: str) -> None:
    assert _plain(text) == shown


@example("~~~")
@given(st.text(alphabet="ab 1.)-+#>*_`[]<&\\=~!|", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_what_is_taken_for_plain_is_plain(text: str) -> None:
    from markdown_it import MarkdownIt

    if is_plain(text):
        tokens = MarkdownIt("commonmark", {"html": False}).parse(text)
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert [child.type for child in tokens[1].children or ()] == ["text"]
        assert tokens[1].content == text
