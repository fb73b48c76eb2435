"""Draw the samples of a legend with the painter of the canvas."""

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from timeglass.layout.legend import HEIGHT_PX, WIDTH_PX, Sample
from timeglass.paint.scene_painter import Highlights, ScenePainter

_STANDING_OUT: Final = {
    "selected": Highlights(selected=frozenset({0})),
    "current": Highlights(current=0, focus=True),
    "changed": Highlights(changed=frozenset({0})),
    "found": Highlights(hits=np.array([True, False]), stretches=lambda label: ((0, len(label)),)),
    "found_folded": Highlights(cluster_hits=(1,)),
}
"""What stands out in the samples that show just that."""


def draw_sample(painter: QPainter, sample: Sample, painter_of: ScenePainter) -> None:
    """Draw a sample with its top left corner at the painter's origin."""
    painter.save()
    painter.setClipRect(QRectF(0.0, 0.0, WIDTH_PX, HEIGHT_PX))
    painter_of.paint(painter, sample.scene, highlights_of(sample))
    painter.restore()


def highlights_of(sample: Sample) -> Highlights:
    """What stands out in a sample."""
    return Highlights(arcs=sample.arcs) if sample.arcs else _STANDING_OUT.get(sample.kind, Highlights())
