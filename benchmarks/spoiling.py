"""Ways in which the pages of an office come to be spoilt before somebody hands them in."""

from collections.abc import Callable

import cv2
import numpy as np

from specvalidator.readers.scan.pixels import Picture

_HALF = 127
_BLACK, _FAX_BLACK = 165, 170
"""What a copier, and a fax, takes for ink is darker."""


def clean(page: Picture, _: Picture) -> Picture:
    """Return a page as it is."""
    return page


def seal(page: Picture, _: Picture) -> Picture:
    """Return a page with a round red seal over its middle and one over its end."""
    stamp = np.full(page.shape, 255, np.uint8)
    for x, y in ((0.5, 0.45), (0.7, 0.8)):
        centre = (int(page.shape[1] * x), int(page.shape[0] * y))
        cv2.circle(stamp, centre, 150, (40, 40, 220), 9)
        cv2.circle(stamp, centre, 28, (40, 40, 220), -1)
        cv2.putText(stamp, "ZHUAN YONG", (centre[0] - 90, centre[1] + 90), 0, 1, (40, 40, 220), 4)
    return (page.astype(np.float32) * stamp / 255).astype(np.uint8)  # ink upon ink


def noisy(page: Picture, chance: Picture) -> Picture:
    """Return a page tilted by two degrees, with grain and specks, saved as a poor JPEG."""
    page = turned(page, 2.0)
    page = np.clip(page * 0.92 + chance.normal(0, 12, page.shape), 0, 255).astype(np.uint8)
    high, wide = page.shape[:2]
    for _ in range(150):
        at = (int(chance.integers(wide)), int(chance.integers(high)))
        cv2.circle(page, at, 1, (60, 60, 60), -1)
    return squeezed(page, 55)


def photo(page: Picture, chance: Picture) -> Picture:
    """Return a page on a table, seen askew, with a shadow."""
    high, wide = page.shape[:2]
    ground = np.full((int(high * 1.2), int(wide * 1.2), 3), (60, 80, 105), np.uint8)
    ground = np.clip(ground + chance.normal(0, 9, ground.shape), 0, 255).astype(np.uint8)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = np.array(
        [
            [wide * 0.11, high * 0.08],
            [wide * 1.08, high * 0.10],
            [wide * 1.13, high * 1.13],
            [wide * 0.06, high * 1.10],
        ],
        np.float32,
    )
    matrix = cv2.getPerspectiveTransform(corners, seen)
    size = (ground.shape[1], ground.shape[0])
    laid = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    ground[mask > _HALF] = laid[mask > _HALF]
    across, down = np.linspace(1.0, 0.66, size[0]), np.linspace(0.95, 0.85, size[1])
    light = across[None, :, None] * down[:, None, None]
    return squeezed((ground * light).astype(np.uint8), 75)


def dark(page: Picture, chance: Picture) -> Picture:
    """Return a photograph taken in poor light."""
    page = photo(page, chance) * 0.4
    return squeezed(np.clip(page + chance.normal(0, 8, page.shape), 0, 255).astype(np.uint8), 70)


def blurred(page: Picture, _: Picture) -> Picture:
    """Return a page out of focus."""
    return squeezed(cv2.GaussianBlur(page, (0, 0), 2.2), 80)


def sideways(page: Picture, _: Picture) -> Picture:
    """Return a page on its side."""
    return cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE)


def overhead(page: Picture, _: Picture) -> Picture:
    """Return a page upside down."""
    return cv2.rotate(page, cv2.ROTATE_180)


def otherwise(page: Picture, _: Picture) -> Picture:
    """Return a page on its other side."""
    return cv2.rotate(page, cv2.ROTATE_90_COUNTERCLOCKWISE)


def steep(page: Picture, chance: Picture) -> Picture:
    """Return a photograph taken from low down: the far side is a third shorter."""
    high, wide = page.shape[:2]
    size = (int(wide * 1.2), int(high * 1.1))
    ground = np.clip(np.array((60, 80, 105)) + chance.normal(0, 9, (size[1], size[0], 3)), 0, 255)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = corners * np.array([1.0, 0.95], np.float32) + np.array([wide * 0.1, high * 0.08])
    seen[0, 0], seen[1, 0] = wide * 0.27, wide * 0.93
    matrix = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    laid = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    ground[mask > _HALF] = laid[mask > _HALF]
    return squeezed(ground.astype(np.uint8), 75)


def grey(page: Picture, chance: Picture) -> Picture:
    """Return a stamped page as a scanner without colours sees it: the seal is as dark as words."""
    stamped = cv2.cvtColor(seal(page, chance), cv2.COLOR_BGR2GRAY)
    return squeezed(cv2.cvtColor(stamped, cv2.COLOR_GRAY2BGR), 80)


def copied(page: Picture, chance: Picture) -> Picture:
    """Return the copy of a copy: black or white, thicker and askew, with dust and a dark edge."""
    for angle in (0.7, -1.1):
        page = cv2.GaussianBlur(turned(page, angle), (0, 0), 0.9)
        light = page.mean(2) + chance.normal(0, 14, page.shape[:2])
        page = cv2.cvtColor(np.where(light < _BLACK, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR)
        for _ in range(60):
            at = (int(chance.integers(page.shape[1])), int(chance.integers(page.shape[0])))
            cv2.circle(page, at, 1, (0, 0, 0), -1)
    page[:, :14] = 0
    return page


def faxed(page: Picture, _: Picture) -> Picture:
    """Return a page as a fax machine sends it: 200 dots an inch across, 100 down, no grey."""
    high, wide = page.shape[:2]
    coarse = cv2.resize(
        page.mean(2).astype(np.uint8), (wide, high // 2), interpolation=cv2.INTER_AREA
    )
    black = np.where(coarse < _FAX_BLACK, 0, 255).astype(np.uint8)
    whole = cv2.resize(black, (wide, high), interpolation=cv2.INTER_NEAREST)
    return cv2.cvtColor(whole, cv2.COLOR_GRAY2BGR)


def folded(page: Picture, chance: Picture) -> Picture:
    """Return a scan of a page that was folded twice: creases catch the light on one side."""
    high, wide = page.shape[:2]
    light = np.ones((high, wide), np.float32)
    for at, length in ((0.34, high), (0.67, high), (0.5, wide)):
        middle = int(at * length)
        away = np.arange(length) - middle
        crease = 1 - 0.16 * np.exp(-np.abs(away) / 30) * (away < 0)
        crease[middle - 1 : middle + 2] -= 0.35
        light *= crease[:, None] if length == high else crease[None, :]
    grain = chance.normal(0, 5, page.shape)
    return squeezed(np.clip(page * light[:, :, None] + grain, 0, 255).astype(np.uint8), 80)


def tinted(page: Picture, chance: Picture) -> Picture:
    """Return a page on coloured paper: pink, yellow, green or blue."""
    papers = ((203, 192, 255), (150, 230, 250), (170, 220, 180), (240, 210, 170))
    paper = np.array(papers[int(chance.integers(len(papers)))], np.float32)
    grain = chance.normal(0, 4, page.shape)
    return squeezed(np.clip(page / 255 * paper + grain, 0, 255).astype(np.uint8), 80)


def punched(page: Picture, chance: Picture) -> Picture:
    """Return a copy of a page with two punched holes, a staple and a torn corner."""
    page = page.copy()
    high, wide = page.shape[:2]
    for y in (0.36, 0.63):
        cv2.circle(page, (int(wide * 0.055), int(high * y)), 24, (25, 25, 25), -1)
    cv2.line(page, (90, 75), (165, 40), (90, 90, 90), 7)
    cv2.line(page, (90, 81), (165, 46), (190, 190, 190), 5)
    corner = np.array([[wide, 0], [wide - 190, 0], [wide, 150]])
    cv2.fillPoly(page, [corner], (45, 45, 45))
    return squeezed(np.clip(page + chance.normal(0, 6, page.shape), 0, 255).astype(np.uint8), 75)


def shaded(page: Picture, chance: Picture) -> Picture:
    """Return a photograph over which a hand and a telephone throw their shadows."""
    high, wide = page.shape[:2]
    shadow = np.ones((high, wide), np.float32)
    cv2.ellipse(shadow, (int(wide * 0.75), high), (wide // 3, high // 2), 25, 0, 360, 0.45, -1)
    cv2.rectangle(shadow, (0, int(high * 0.2)), (int(wide * 0.4), int(high * 0.55)), 0.6, -1)
    shadow = cv2.GaussianBlur(shadow, (0, 0), 12)
    return photo((page * shadow[:, :, None]).astype(np.uint8), chance)


def screen(page: Picture, chance: Picture) -> Picture:
    """Return a photograph of a screen: its dots and the camera's make waves."""
    high, wide = page.shape[:2]
    ys, xs = np.mgrid[0:high, 0:wide].astype(np.float32)
    waves = [
        1
        + 0.09
        * np.sin((xs * (0.31 + step) + ys * 0.04) + 7 * np.sin(ys / 260))
        * np.sin(ys * (0.27 + step) - xs * 0.05)
        for step in (0.0, 0.02, 0.05)
    ]
    seen = cv2.GaussianBlur(page, (0, 0), 1.0) * np.dstack(waves) * 0.9
    grain = chance.normal(0, 5, page.shape)
    return squeezed(
        np.clip(turned(seen.astype(np.uint8), 1.2) + grain, 0, 255).astype(np.uint8), 75
    )


def signed(page: Picture, chance: Picture) -> Picture:
    """Return a page that somebody signed across what is printed, twice, in blue."""
    high, wide = page.shape[:2]
    page = page.copy()
    for x, y in ((0.62, 0.3), (0.35, 0.62)):
        steps = np.linspace(0, 1, 60)
        left, top = wide * x, high * y
        points = np.stack(
            [
                left + 260 * steps + 30 * np.sin(steps * 19 + chance.uniform(0, 3)),
                top - 40 * steps + 42 * np.sin(steps * 27 + chance.uniform(0, 3)),
            ],
            1,
        )
        cv2.polylines(
            page, [points.astype(np.int32)], isClosed=False, color=(150, 60, 30), thickness=4
        )
    return page


def ticked(page: Picture, chance: Picture) -> Picture:
    """Return a page that somebody went through with a pen: ticks beside and on what is printed."""
    high, wide = page.shape[:2]
    page = page.copy()
    for _ in range(8):
        x, y = chance.uniform(0.15, 0.9) * wide, chance.uniform(0.15, 0.8) * high
        tick = np.array([[x, y], [x + 14, y + 22], [x + 60, y - 36]], np.int32)
        cv2.polylines(page, [tick], isClosed=False, color=(60, 50, 50), thickness=4)
    return page


def facing(pages: list[Picture]) -> list[Picture]:
    """Return two pages beside each other on each picture, as A3 lies on the glass."""
    if len(pages) % 2:
        pages = [*pages, np.full_like(pages[-1], 255)]
    return [np.hstack(pair) for pair in zip(pages[::2], pages[1::2], strict=True)]


def backs(pages: list[Picture]) -> list[Picture]:
    """Return pages with a blank back, which is never quite white, after each."""
    return [each for page in pages for each in (page, np.full_like(page, 247))]


def turned(page: Picture, angle: float) -> Picture:
    """Return a page turned by some degrees."""
    high, wide = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), -angle, 1)
    return cv2.warpAffine(page, matrix, (wide, high), borderValue=(255, 255, 255))


def squeezed(page: Picture, quality: int) -> Picture:
    """Return a page as a JPEG of some quality shows it."""
    _, data = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


SPOILT: dict[str, Callable[[Picture, Picture], Picture]] = {
    each.__name__: each
    for each in (
        *(clean, seal, noisy, photo, dark, blurred, steep, sideways, overhead, otherwise),
        *(grey, copied, faxed, folded, tinted, punched, shaded, screen, signed, ticked),
    )
}
"""Each takes a page, and chance."""
ARRANGED: dict[str, Callable[[list[Picture]], list[Picture]]] = {
    each.__name__: each for each in (facing, backs)
}
