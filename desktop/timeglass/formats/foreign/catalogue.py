"""The formats of other programs."""

from timeglass.formats.foreign import (
    aeon_archive,
    aeon_table,
    ics,
    markwhen,
    simile,
    table,
    timelinejs,
    timelinejs_sheet,
    timelineproj,
    vis,
    wikidata,
)
from timeglass.formats.format import Format

FOREIGN: tuple[Format, ...] = (
    Format("timelinejs", "TimelineJS (JSON)", (".json",), timelinejs.sniff, timelinejs.read),
    Format("ics", "Calendar (iCalendar)", (".ics", ".ical"), ics.sniff, ics.read),
    Format("timelineproj", "The Timeline Project", (".timeline",), timelineproj.sniff, timelineproj.read),
    Format("simile", "SIMILE Timeline (XML)", (".xml",), simile.sniff_xml, simile.read_xml_file),
    Format("simile-json", "SIMILE Timeline (JSON)", (".json",), simile.sniff_json, simile.read_json_file),
    Format("wikidata", "Wikidata query results (JSON)", (".srj", ".json"), wikidata.sniff, wikidata.read),
    Format("vis", "vis-timeline (JSON)", (".json",), vis.sniff, vis.read),
    Format(
        "timelinejs-sheet", "TimelineJS (spreadsheet)", (".csv", ".tsv"), timelinejs_sheet.sniff, timelinejs_sheet.read
    ),
    Format("markwhen", "Markwhen", (".mw", ".markwhen"), markwhen.sniff, markwhen.read),
    Format("table", "Table (CSV, TSV, Excel, JSON)", (".csv", ".tsv", ".xlsx", ".jsonl"), table.sniff, table.read),
    Format("aeon", "Aeon Timeline", (".aeonzip",), aeon_archive.sniff, aeon_archive.read),
    Format("aeon-table", "Aeon Timeline (table)", (".csv", ".tsv"), aeon_table.sniff, aeon_table.read),
)
