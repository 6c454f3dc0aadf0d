//! The estimated heights of sections that the browser has not laid out yet, measured on the first section ([`Typography`]).

use crate::reading::Typography;
use crate::ui::focus::scroll::scroll_to_end;
use crate::ui::state::Timer;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// How the browser sets the paragraphs of the first section. Without a paragraph of several lines the width of the column tells.
pub fn measure(sections: &Element) -> Option<Typography> {
    let style = window().get_computed_style(sections).ok().flatten()?;
    let pixels = |name: &str| style.get_property_value(name).ok()?.trim_end_matches("px").parse::<f64>().ok();
    let line = pixels("line-height")?;
    let found = sections.query_selector_all("section:first-child > p:not([class])").ok()?;
    let paragraphs = (0..found.length()).filter_map(|number| found.get(number)?.dyn_into::<Element>().ok());
    let set = paragraphs.map(|one| (one.text_content().unwrap_or_default().chars().count(), one.get_bounding_client_rect().height()));
    let by_width = || Some(Typography { characters: (pixels("width")? / (CHARACTER * pixels("font-size")?)).max(1.0), line });
    Typography::measured(line, set).or_else(by_width)
}

/// The usual width of a character, in units of the font size.
const CHARACTER: f64 = 0.47;

/// Has the browser count with a height until it has laid the section out, and then, if it `remembers`, with the height that this gave.
pub fn expect_height(section: &Element, height: f64, remembers: bool) {
    if let Some(section) = section.dyn_ref::<HtmlElement>() {
        let auto = if remembers { "auto " } else { "" };
        // A browser without it does not leave out the layout either.
        let _ = HtmlElement::style(section).set_property("contain-intrinsic-height", &format!("{auto}{height:.0}px"));
    }
}

/// After this time without a step a scroll has ended.
const REST: Duration = Duration::from_millis(120);

/// Has the key End reach the end: a browser scrolls to where the end was before it laid out the sections on the way.
pub fn reach_end() {
    let wanted = StoredValue::new(false);
    let key = window_event_listener(ev::keydown, move |event| wanted.set_value(event.key() == "End" && scrolls_page(&event)));
    let pressed = window_event_listener(ev::pointerdown, move |_| wanted.set_value(false));
    let wheel = window_event_listener(ev::wheel, move |_| wanted.set_value(false));
    // Not every browser has the event "scrollend".
    let rest = StoredValue::new(Timer::default());
    let scrolled = window_event_listener(ev::scroll, move |_| {
        let arrive = move || {
            if wanted.try_update_value(std::mem::take) == Some(true) {
                scroll_to_end();
            }
        };
        if wanted.get_value() {
            rest.update_value(|rest| rest.set(arrive, REST));
        }
    });
    on_cleanup(move || [key, pressed, wheel, scrolled].into_iter().for_each(WindowListenerHandle::remove));
}

/// False for a key that moves the cursor in a field or a slider.
fn scrolls_page(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|target| !matches!(target.closest("input, textarea, select, dialog"), Ok(None)));
    !in_field && !event.default_prevented()
}
