"""Between two levels: the same scene, with boxes on the way from where they stood."""

import msgspec

from timeglass.layout.scene import Box, LaneStrip, Scene


class Standing(msgspec.Struct, frozen=True):
    """Where rows and lanes stood in the last frame before a level step."""

    rows: dict[int, float]
    lanes: dict[int, tuple[float, float]]

    @classmethod
    def of(cls, scene: Scene) -> "Standing":
        """Heights of a scene's boxes and lanes."""
        return cls(
            {box.row: box.y_px for box in scene.boxes},
            {strip.lane: (strip.y_px, strip.height_px) for strip in scene.lanes},
        )


def morphed(scene: Scene, before: Standing, share: float) -> Scene:
    """The scene a share of the way (0 … 1) from the earlier standing to its own."""
    if share >= 1.0:
        return scene
    rows, back = before.rows, 1.0 - share

    def box(one: Box) -> Box:
        known = rows.get(one.row)
        if known is None or known == one.y_px:
            return one
        return msgspec.structs.replace(one, y_px=one.y_px + (known - one.y_px) * back)

    def lane(one: LaneStrip) -> LaneStrip:
        y, height = before.lanes.get(one.lane, (one.y_px, one.height_px))
        return msgspec.structs.replace(
            one, y_px=one.y_px + (y - one.y_px) * back, height_px=one.height_px + (height - one.height_px) * back
        )

    return msgspec.structs.replace(
        scene, boxes=tuple(map(box, scene.boxes)), lanes=tuple(lane(strip) for strip in scene.lanes)
    )
