"""``timeglass export``: events to a PDF, a picture or a data file, without a display."""

import argparse
import os
import sys
from pathlib import Path

from timeglass.chrono.span_text import read_range
from timeglass.commands.opening import (
    add_mapping,
    add_word_forms,
    matching,
    open_timeline,
    refuse_existing,
    rows_of_ids,
)
from timeglass.commands.parsers import VIEW_HELP
from timeglass.commands.spans import viewport_of
from timeglass.commands.views import asked_view, chosen_rows
from timeglass.errors import DataError
from timeglass.layout.lanes import GROUPINGS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a timeline; none: the built-in one")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--query", default="", metavar="Q", help="only events that match")
    which.add_argument("--ids", default="", metavar="A,B", help="only these events")
    which.add_argument("--view", default="", metavar="VIEW", help=f"only what a view chooses: {VIEW_HELP}")
    add_word_forms(parser)
    parser.add_argument(
        "--format", default="", metavar="NAME", help="pdf, svg, png, csv, json, ics, yaml, html, bib …; none: by ending"
    )
    parser.add_argument("--paper", choices=("a4", "letter", "a3"), default="a4")
    parser.add_argument("--landscape", action="store_true")
    parser.add_argument("--layout", choices=("report", "table", "cards", "strip"), default="report")
    parser.add_argument("--group-by", choices=("year", "era", "category"), default="year")
    parser.add_argument("--font-size", type=float, default=10.0, metavar="PT", help="of running text, 6 to 24 (10)")
    parser.add_argument(
        "--strip",
        choices=("bands", "foldout", "tiles", "none"),
        default="bands",
        help="the timeline on top in bands, as one long page, cut over pages with trim marks, or not at all",
    )
    parser.add_argument("--no-sources", action="store_true", help="leave out the sources")
    parser.add_argument("--no-details", action="store_true", help="leave out the longer texts")
    parser.add_argument("--no-pictures", action="store_true", help="leave out the pictures of events")
    parser.add_argument("--range", default="", metavar="DATE/DATE", help="what the strip or picture shows")
    parser.add_argument("--lanes", choices=GROUPINGS, default="category", help="of the strip or picture")
    parser.add_argument("--width", type=int, default=3200, metavar="PX", help="of a picture, 200 to 16384 (3200)")
    parser.add_argument("--scale", type=float, default=2.0, metavar="FACTOR", help="pixels a logical pixel (2)")
    parser.add_argument("--transparent", action="store_true", help="a picture without ground")
    parser.add_argument("--outlines", action="store_true", help="turn the text of an SVG into paths")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="of a picture")
    parser.add_argument("--no-bom", action="store_true", help="no byte order mark in a table for Excel")
    parser.add_argument("--title", default="", metavar="TEXT")
    parser.add_argument(
        "--language", default="", metavar="TAG", help="language of the texts, where the file has several"
    )
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_mapping(parser)


def run(arguments: argparse.Namespace) -> int:
    """Export; what a person should know about the result is told on standard error."""
    from timeglass.export.job import ExportJob, Picture
    from timeglass.export.registry import Needs, export, exporter_for, prepared

    target = Path(arguments.output)
    exporter = exporter_for(target, arguments.format)
    refuse_existing(target, arguments.force)
    view, name = asked_view(arguments.view, arguments.file)
    viewport = viewport_of(arguments.range) if arguments.range else None
    range_text = read_range(arguments.range).text if arguments.range else ""
    if view is not None and view.range and viewport is None:
        viewport, range_text = viewport_of(view.range), view.range
    query = view.query if view is not None else arguments.query
    timeline = open_timeline(name, arguments.map).timeline
    if view is not None:
        rows = chosen_rows(timeline, view)
    else:
        rows = (
            rows_of_ids(timeline, arguments.ids)
            if arguments.ids
            else matching(timeline, query, word_forms=arguments.word_forms)
        )
    if not len(rows) and len(timeline):
        raise DataError(f"nothing matches {query!r}; nothing was written")
    job = ExportJob(
        timeline=timeline,
        rows=rows,
        title=arguments.title,
        language=arguments.language or (view.language if view is not None else "") or timeline.head.language,
        query=query,
        view_range=range_text,
        paper=arguments.paper,
        landscape=arguments.landscape,
        group_by=arguments.group_by,
        layout=arguments.layout,
        viewport=viewport,
        lanes=arguments.lanes,
        size_pt=arguments.font_size,
        strip=arguments.strip,
        with_sources=not arguments.no_sources,
        with_details=not arguments.no_details,
        with_pictures=not arguments.no_pictures,
        picture=Picture(
            width_px=arguments.width,
            scale_factor=arguments.scale,
            transparent=arguments.transparent,
            outlines=arguments.outlines,
            dark=arguments.theme == "dark",
        ),
        byte_order_mark=not arguments.no_bom,
    )
    if exporter.needs & (Needs.STRIP | Needs.VIEW):
        _start_painting()
    job = prepared(job, target, arguments.format)
    report = export(job, target, arguments.format, overwrite=arguments.force)
    for warning in report.warnings:
        print(f"timeglass: {warning}", file=sys.stderr)
    print(report.path)
    return 0


def _start_painting() -> None:
    """Qt's fonts want an application object; none of this needs a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        # Kept alive until the process ends.
        _start_painting.__dict__["application"] = QGuiApplication(sys.argv[:1])
