"""Paper and files: everything that a timeline can be exported to, behind one registry."""

from timeglass.export.job import ExportCancelledError, ExportJob, ExportReport
from timeglass.export.registry import EXPORTERS, Exporter, export, exporter_named

__all__ = [
    "EXPORTERS",
    "ExportCancelledError",
    "ExportJob",
    "ExportReport",
    "Exporter",
    "export",
    "exporter_named",
]
