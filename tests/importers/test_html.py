"""HTML and plain text of other programs as Markdown: its words stay, and nothing of it runs or misleads."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeglass.export.inline import blocks_of, plain_text
from timeglass.formats.foreign.html_text import markdown_of, plain_of, safe_link, text_markdown
from timeglass.formats.foreign.markdown_text import plain_to_markdown


@pytest.mark.parametrize(
    ("html", "markdown", "plain"),
    [
        ("<p>A <b> bold</b> and <i>it <b>x</b></i></p><p>B", "A **bold** and *it **x***\n\nB", "A bold and it x B"),
        ("a<br>b<br/><br />c", "a\\\nb\n\nc", "a b c"),
        ("<ul><li>one<li>two<ol><li>x</ol></ul>end", "- one\n- two\n  1. x\n\nend", "one two x end"),
        ("<a href='https://a.b/c_(d)'>d</a>", "[d](https://a.b/c_%28d%29)", "d"),
        ("<a href='mailto:a@b.org'>d</a>", "[d](mailto:a@b.org)", "d"),
        ("<a href='javascript:alert(1)'>d</a>", "d", "d"),
        ("<a href=' data:text/html,x'>d</a><a href='//x.org'>e</a>", "de", "de"),
        ("a<script>alert(1)</script><style>b</style>c", "ac", "ac"),
        ("a<script>alert(1)", "a", "a"),
        ("<b></b><i> </i>x", "x", "x"),
        ("1. x * y _z_ snake_case <b>w</b>", "1\\. x \\* y \\_z\\_ snake_case **w**", "1. x * y _z_ snake_case w"),
        ("<p>&lt;script&gt;x&lt;/script&gt;", "\\<script>x\\</script>", "<script>x</script>"),
        ("<pre>a\n  `b`</pre>", "```\na\n  `b`\n```", "a `b`"),
        ("<blockquote><p>q<p>r</blockquote>", "> q\n>\n> r", "q r"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a · b\n\nc", "a b c"),
        ("<h2>Head</h2>text<hr>x", "### Head\n\ntext\n\n---\n\nx", "Head text x"),
        ("<img src=x onerror=y alt='a picture'>", "a picture", "a picture"),
        ("<code>a*b</code>", "`a*b`", "a*b"),
        ("Fish &amp; <chips", "Fish & \\<chips", "Fish & <chips"),
        ("*Markdown* stays [so](https://a.b)", "*Markdown* stays [so](https://a.b)", "*Markdown* stays [so](https://a.b)"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_html(html: str, markdown: str, plain: str) -> None:
    assert (markdown_of(html), plain_of(html)) == (markdown, plain)


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "JAVASCRIPT:x", "data:x", "file:///x", "http://", "ftp://a", "//a", "a", "http://[", "mailto:",
     "http://a\u202eb", "https://a/" + "x" * 3000],
)  # fmt: skip
def test_unsafe_addresses_are_no_links(address: str) -> None:
    assert safe_link(address) == ""


MARKS = st.text(st.sampled_from("ab1 *_`[]()<>&#-+=.~!|\\\"':;/\u00e9\n"), max_size=40)


def words(text: str) -> list[str]:
    return text.split()


@settings(max_examples=500, deadline=None)
@given(MARKS)
def test_a_plain_text_shows_as_it_is(text: str) -> None:
    assert words(plain_text(plain_to_markdown(text))) == words(text)


@settings(max_examples=500, deadline=None)
@given(MARKS, MARKS)
def test_the_words_of_html_show_as_they_are(first: str, second: str) -> None:
    escaped = [re.sub("[<>&]", lambda mark: f"&#{ord(mark[0])};", text) for text in (first, second)]
    html = f"<p>{escaped[0]}</p><ul><li>{escaped[1]}</li></ul>"
    shown = plain_text(markdown_of(html))
    assert words(shown.replace("•", " ")) == words(first) + words(second)


TAGS = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='https://x.org'>", "<a href='javascript:x'>", "</a>",
         "<ul>", "<li>", "</ul>", "<script>", "</script>", "<br>", "<pre>", "</pre>", "<!--", "-->", "<table>",
         "<td>", "<", "&", "word ", "[x](y:z)", "<svg onload=x>", "</svg>", "<img src=x alt=y>", "]]>", "<![CDATA["]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TAGS)
def test_whatever_is_nested_however_gives_only_safe_links(tags: list[str]) -> None:
    markdown = text_markdown("".join(tags))

    def links(node: object) -> list[str]:
        if isinstance(node, dict):
            return ([str(node["l"])] if "l" in node else []) + [link for part in node.values() for link in links(part)]
        return [link for part in node for link in links(part)] if isinstance(node, list) else []

    assert set(links(blocks_of(markdown))) <= {"https://x.org"}


@pytest.mark.parametrize(
    "text",
    ["<" * 200_000, "<a " * 66_000, "<!--" * 50_000, "<div>" * 40_000, "<![CDATA[" * 20_000, "<a href='" * 20_000,
     "&#" * 100_000, "</" * 100_000, "<b>" * 19_000 + "x" + "</b>" * 19_000, "[a]" * 66_000, "[" * 200_000,
     "_" * 200_000, "<!" * 19_000, "<?" * 19_000, "<ul><li>" * 9_000, "\n" * 200_000, " " * 200_000 + "x",
     "`" * 200_000, "<pre>" + "`" * 190_000 + "</pre>", " \n " * 60_000 + "<p>"],
)  # fmt: skip
def test_hostile_texts_take_no_time(text: str) -> None:
    started = time.perf_counter()
    text_markdown(text)
    plain_of(text)
    plain_to_markdown(text)
    assert time.perf_counter() - started < 5
