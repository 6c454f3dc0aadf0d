//! The ledgers beside the article, which stay in the window while the page scrolls ([`panel_place`]).

use super::find;
use super::resize::call_on_resize;
use super::scroll::{scroll_by, window_height};
use crate::reading::{PanelPlace, panel_place};
use leptos::ev;
use leptos::html::Aside;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The bottom of a panel that is held on the way up.
const BOTTOM: &str = "--side-bottom";

/// Holds the panel in the window from now on.
pub fn stay_in_window(panel: NodeRef<Aside>) {
    let scrolled = StoredValue::new(scroll_y());
    let listener = window_event_listener(ev::scroll, move |_| {
        let (before, now) = (scrolled.get_value(), scroll_y());
        scrolled.set_value(now);
        if (now - before).abs() > 0.0 && is_held_upwards() != (now < before) {
            hold(0.0, now < before);
        }
    });
    let focused = window_event_listener(ev::focusin, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(target) = target.filter(|target| side().is_some_and(|side| side.contains(Some(target)) && is_beside(&side))) {
            // The browser scrolls the page to what gets the focus, which moves the page and not the panel.
            window().scroll_to_with_x_and_y(0.0, scrolled.get_value());
            bring_into_view(&target);
        }
    });
    on_cleanup(move || {
        listener.remove();
        focused.remove();
    });
    call_on_resize(panel, || hold(0.0, is_held_upwards()));
}

/// Moves the panel down, if it stands beside the article, and returns whether it does.
pub fn move_side(pixels: f64) -> bool {
    let beside = stands_beside();
    if beside {
        hold(pixels, true);
    }
    beside
}

/// Returns true if the panel stands beside the article, where it is in view all the time.
pub fn stands_beside() -> bool {
    side().is_some_and(|panel| is_beside(&panel))
}

/// Moves the panel as far as it takes to see an element in it, and the page as far as the panel cannot go.
fn bring_into_view(element: &HtmlElement) {
    let (above, below) = outside(element);
    if above > 0.0 {
        hold(above, true);
    } else if below > 0.0 {
        hold(-below, true);
        scroll_by(outside(element).1.max(0.0));
    }
}

/// How far an element of the panel lies above and below what is seen of it.
fn outside(element: &HtmlElement) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (first() + TABS - rect.top(), rect.bottom() - window_height())
}

/// Brings a part of the panel into view, if the panel stands beside the article, and returns whether it does.
pub fn show_in_side(selector: &str) -> bool {
    let part = find(selector).filter(|_| stands_beside());
    if let Some(part) = &part {
        bring_into_view(part);
    }
    part.is_some()
}

/// Shows the panel from its beginning, if it stands beside the article, and returns whether it does.
pub fn show_side_from_top() -> bool {
    let hidden = side().map_or(0.0, |panel| first() - panel.get_bounding_client_rect().top());
    move_side(hidden.max(0.0))
}

/// Brings the panel back, if it stands beside the article and a change of the layout has left all of it out of the window.
pub fn show_side_if_lost() {
    let Some(place) = side().filter(is_beside).map(|panel| panel.get_bounding_client_rect()) else { return };
    // Below the article there is the foot.
    let beside_article = find("#article").is_some_and(|article| article.get_bounding_client_rect().bottom() > window_height() / 2.0);
    if beside_article && (place.bottom() < first() || place.top() > window_height()) {
        hold(first() - place.top(), true);
    }
}

fn side() -> Option<HtmlElement> {
    find(".side")
}

fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// The height of the window at which the panel may begin: below the bar, as far as the article is from it at the top of the page.
fn first() -> f64 {
    let bar = find(".masthead").map_or(0.0, |bar| bar.get_bounding_client_rect().height());
    let gap = column_top().map_or(0.0, |top| top + scroll_y() - bar);
    bar + gap.clamp(0.0, GAP)
}

/// The height of the tabs, which cover the panel's own top.
const TABS: f64 = 48.0;
/// The largest gap between the bar and the panel.
const GAP: f64 = 24.0;

fn column() -> Option<HtmlElement> {
    find(".side-column")
}

fn column_top() -> Option<f64> {
    Some(column()?.get_bounding_client_rect().top())
}

fn is_beside(panel: &HtmlElement) -> bool {
    let article = find("#article").map_or(f64::MAX, |article| article.get_bounding_client_rect().right());
    panel.get_bounding_client_rect().left() >= article
}

fn is_held_upwards() -> bool {
    column().is_some_and(|column| HtmlElement::style(&column).get_property_value(BOTTOM).is_ok_and(|value| value.ends_with("px")))
}

/// Holds the panel where it is, moved down by some pixels.
fn hold(down: f64, up: bool) {
    let (Some(column), Some(panel)) = (column(), side()) else { return };
    let rect = panel.get_bounding_client_rect();
    let offset = rect.top() - column.get_bounding_client_rect().top() + down;
    let PanelPlace { offset, top, bottom } = panel_place(offset, rect.height(), (first(), window_height()), up);
    let pixels = |length: Option<f64>| length.map_or("auto".into(), |length| format!("{length}px"));
    let style = HtmlElement::style(&column);
    for (name, length) in [("--side-offset", Some(offset)), ("--side-top", top), (BOTTOM, bottom)] {
        let _ = style.set_property(name, &pixels(length));
    }
}
