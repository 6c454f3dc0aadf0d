//! Where the explanation of a mark stands in the window.

/// Space between the article and a popover in the margin; in CSS pixels.
const MARGIN_GAP: f64 = 24.0;
/// Space between the popover and an edge of the window; in CSS pixels.
const EDGE_GAP: f64 = 10.0;
/// With less height than this a popover could not be read; in CSS pixels.
const LEAST_HEIGHT: f64 = 180.0;

/// What decides where a popover stands. All lengths are CSS pixels, from the upper left corner of the window.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// The left edge of the mark.
    pub mark_left: f64,
    /// The upper edge of the mark.
    pub mark_top: f64,
    /// The lower edge of the mark.
    pub mark_bottom: f64,
    /// The right edge of the article, if it is drawn.
    pub article_right: Option<f64>,
    /// The width of the window without its scroll bar.
    pub width: f64,
    /// The lower edge of the bar at the top of the page.
    pub top: f64,
    /// The lower edge of the window.
    pub bottom: f64,
    /// Width and height that the popover takes when nothing limits it.
    pub popover: (f64, f64),
    /// Space between mark and popover.
    pub gap: f64,
}

/// The place of a popover, in CSS pixels from the upper left corner of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PopoverPlace {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// The greatest height with which the popover covers neither its mark nor an edge of the window.
    pub room: f64,
}

impl PopoverPlace {
    /// In the margin beside the mark; where the margin is too narrow, below the mark or above it, wherever the popover fits or has more room.
    /// Covers the mark only where both are too low for reading.
    #[must_use]
    pub fn beside(around: &Surroundings) -> Self {
        let (width, height) = around.popover;
        let (highest, lowest) = (around.top + EDGE_GAP, around.bottom - EDGE_GAP);
        let whole = lowest - highest;
        let kept_in_view = |top: f64| top.min(lowest - height).max(highest);
        let margin = around.article_right.map(|right| right + MARGIN_GAP).filter(|left| left + width + EDGE_GAP <= around.width);
        if let Some(left) = margin {
            return Self { left, top: kept_in_view(around.mark_top), room: whole };
        }
        let left = around.mark_left.min(around.width - width - EDGE_GAP).max(EDGE_GAP);
        let below = around.mark_bottom + around.gap;
        let (room_below, room_above) = (lowest - below, around.mark_top - around.gap - highest);
        if height <= room_below || (room_below >= room_above.min(height) && room_below >= LEAST_HEIGHT) {
            Self { left, top: below, room: room_below }
        } else if room_above >= height.min(LEAST_HEIGHT) {
            Self { left, top: around.mark_top - around.gap - height.min(room_above), room: room_above }
        } else {
            Self { left, top: kept_in_view(below), room: whole }
        }
    }
}

/// Returns how far the page has to scroll down for a mark, from the top of its first line to the bottom of its last, to stand between the bar
/// and a sheet at the foot of the window. The first line comes below the bar if there is no room for all.
#[must_use]
pub fn scroll_above_sheet((first, last): (f64, f64), (bar, sheet): (f64, f64)) -> f64 {
    let (highest, lowest) = (bar + EDGE_GAP, sheet - EDGE_GAP);
    if first < highest || last - first > lowest - highest { first - highest } else { (last - lowest).max(0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AROUND: Surroundings = Surroundings {
        mark_left: 300.0,
        mark_top: 200.0,
        mark_bottom: 220.0,
        article_right: Some(900.0),
        width: 1440.0,
        top: 60.0,
        bottom: 900.0,
        popover: (416.0, 300.0),
        gap: 10.0,
    };

    #[test]
    fn the_margin_comes_first() {
        assert_eq!(PopoverPlace::beside(&AROUND), PopoverPlace { left: 924.0, top: 200.0, room: 820.0 });
        let low = Surroundings { mark_top: 700.0, ..AROUND };
        assert_eq!(PopoverPlace::beside(&low), PopoverPlace { left: 924.0, top: 590.0, room: 820.0 });
        let narrow = Surroundings { width: 1349.0, ..AROUND };
        assert_eq!(PopoverPlace::beside(&narrow), PopoverPlace { left: 300.0, top: 230.0, room: 660.0 });
    }

    #[test]
    fn without_a_margin_it_stands_below_or_above() {
        let narrow = Surroundings { width: 820.0, ..AROUND };
        assert_eq!(PopoverPlace::beside(&narrow), PopoverPlace { left: 300.0, top: 230.0, room: 660.0 });
        let low = Surroundings { mark_top: 700.0, mark_bottom: 720.0, ..narrow };
        assert_eq!(PopoverPlace::beside(&low), PopoverPlace { left: 300.0, top: 390.0, room: 620.0 });
        let right = Surroundings { mark_left: 700.0, ..narrow };
        assert_eq!(PopoverPlace::beside(&right), PopoverPlace { left: 394.0, top: 230.0, room: 660.0 });
    }

    #[test]
    fn a_high_popover_is_cut_rather_than_cover_its_mark() {
        let high = Surroundings { popover: (416.0, 700.0), width: 820.0, ..AROUND };
        assert_eq!(PopoverPlace::beside(&high), PopoverPlace { left: 300.0, top: 230.0, room: 660.0 });
        let low = Surroundings { mark_top: 600.0, mark_bottom: 620.0, ..high };
        assert_eq!(PopoverPlace::beside(&low), PopoverPlace { left: 300.0, top: 70.0, room: 520.0 });
    }

    #[test]
    fn in_a_window_too_low_for_both_it_stays_in_view() {
        let flat = Surroundings { mark_top: 180.0, mark_bottom: 200.0, width: 820.0, bottom: 360.0, ..AROUND };
        assert_eq!(PopoverPlace::beside(&flat), PopoverPlace { left: 300.0, top: 70.0, room: 280.0 });
    }

    #[test]
    fn a_mark_stands_above_a_sheet() {
        let check = |mark, expected: f64| assert!((scroll_above_sheet(mark, (50.0, 400.0)) - expected).abs() < 0.01, "{mark:?}");
        check((100.0, 120.0), 0.0);
        check((60.0, 390.0), 0.0);
        check((380.0, 460.0), 70.0);
        check((700.0, 720.0), 330.0);
        check((20.0, 45.0), -40.0);
        check((100.0, 500.0), 40.0);
    }
}
