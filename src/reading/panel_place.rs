//! Where a panel beside the article stays while the page scrolls.
//!
//! A panel that fits into the window stays at its top. A longer one goes with the page until its end is reached, and on the way back until its
//! beginning is, so that each part of it is a short way off wherever the reader is.

/// How a panel is held, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PanelPlace {
    /// How far below the top of its column it lies.
    pub offset: f64,
    /// The height of the window above which its top does not go.
    pub top: Option<f64>,
    /// How far above the end of the window its own end stays; below the window if negative.
    pub bottom: Option<f64>,
}

/// Returns how a panel of a height, `offset` below the top of its column, is held in a window of which it may take what lies below `first`, when
/// the page scrolls up or down.
#[must_use]
pub fn panel_place(offset: f64, height: f64, (first, window): (f64, f64), up: bool) -> PanelPlace {
    let room = window - first;
    if height <= room {
        PanelPlace { offset: 0.0, top: Some(first), bottom: None }
    } else if up {
        PanelPlace { offset: offset.max(0.0), top: None, bottom: Some(room - height) }
    } else {
        PanelPlace { offset: offset.max(0.0), top: Some(window - height), bottom: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_that_fits_stays_below_the_bar() {
        let held = PanelPlace { offset: 0.0, top: Some(70.0), bottom: None };
        assert_eq!(panel_place(300.0, 500.0, (70.0, 900.0), false), held);
        assert_eq!(panel_place(300.0, 830.0, (70.0, 900.0), true), held);
    }

    #[test]
    fn a_longer_one_stops_at_its_end_on_the_way_down() {
        assert_eq!(panel_place(300.0, 1200.0, (70.0, 900.0), false), PanelPlace { offset: 300.0, top: Some(-300.0), bottom: None });
    }

    #[test]
    fn and_at_its_beginning_on_the_way_up() {
        // Its top is at 900 + 370 - 1200 = 70.
        assert_eq!(panel_place(-1.0, 1200.0, (70.0, 900.0), true), PanelPlace { offset: 0.0, top: None, bottom: Some(-370.0) });
    }
}
