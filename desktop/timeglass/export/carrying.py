"""What exports for other programs carry along, so that it comes back when they are opened here."""

from typing import Any

from timeglass.export.job import ExportJob
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.formats.native_tree import timeline_tree

Tree = dict[str, Any]


def carried_trees(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[Tree, list[Tree]]:
    """Trees of the head and of each event, without what the job leaves out."""
    head, events = timeline_tree(job.timeline, job.rows.tolist(), steps.tell)
    del head["timeglass"]
    for event in events:
        if not job.with_details:
            event.pop("details", None)
        if not job.with_sources:
            event.pop("sources", None)
    if not job.with_sources:
        head.pop("sources", None)
        for era in head.get("eras", ()):
            era.pop("sources", None)
        for series in head.get("series", ()):
            for point in series["points"]:
                point.pop("source", None)
    return head, events
