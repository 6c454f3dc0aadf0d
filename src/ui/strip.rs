//! The article as a strip: one cell a sentence, as long as its share of the text, with a lane for each category. It shows
//! which part is in view, and leads to any.

use super::place::{UPPER_THIRD, go, height, offset_at};
use super::state::{Mode, State};
use crate::engine::{Report, Span};
use crate::lexicon::Category;
use crate::wording::page;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use std::fmt::Write as _;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The drawing counts in tenths of a CSS pixel: its width, that of a lane, and a pixel.
const WIDTH: i32 = 180;
const LANE: i32 = 60;
const PIXEL: i32 = 10;
/// Cells this long have a gap behind them.
const ROOMY: i32 = 4 * PIXEL;
/// More sentences than this no strip has the pixels for.
const MANY: usize = 4000;

/// Where the sentences begin on the strip, as shares of its length; one more for the end.
#[derive(Clone, Debug, Default, PartialEq)]
struct Scale(Vec<f64>);

impl Scale {
    fn new(report: &Report) -> Self {
        let mut at = 0.0;
        let mut starts = vec![0.0];
        for sentence in &report.sentences {
            at += small(sentence.len().max(1));
            starts.push(at);
        }
        Self(starts.into_iter().map(|start| start / at.max(1.0)).collect())
    }

    fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// The sentence at a share of the length.
    fn sentence_at(&self, share: f64) -> usize {
        self.0.partition_point(|start| *start <= share).saturating_sub(1).min(self.count().saturating_sub(1))
    }

    /// The share at which a byte of the text stands.
    fn share_of(&self, report: &Report, byte: usize) -> f64 {
        let next = report.sentences.partition_point(|sentence| sentence.end <= byte);
        let Some(sentence) = report.sentences.get(next) else { return 1.0 };
        let inside = small(byte.saturating_sub(sentence.start)) / small(sentence.len().max(1));
        self.0[next] + inside * (self.0[next + 1] - self.0[next])
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
fn small(number: usize) -> f64 {
    number as f64
}

/// The strip; for the keyboard a slider over the sentences.
#[component]
pub fn Strip() -> impl IntoView {
    let state = expect_context::<State>();
    let track = NodeRef::<Div>::new();
    let length = RwSignal::new(0);
    let view = RwSignal::new((0.0, 0.0));
    let scale = Memo::new(move |_| state.overview.with(|analysis| Scale::new(analysis.report())));
    let look = move || {
        // A frame that was asked for may come when the strip is gone.
        let Some(Some(track)) = track.try_get_untracked() else { return };
        let tall = track.client_height() * PIXEL;
        if length.get_untracked() != tall {
            length.set(tall);
        }
        state.analysis.with_untracked(|analysis| {
            let (top, bottom) = (offset_at(analysis, 0.0), offset_at(analysis, height()));
            let share = |byte| scale.with_untracked(|scale| share_of(state, scale, byte));
            view.set((share(top), share(bottom)));
            // Who scrolls away from a place is somewhere else now; while they write it is the caret's.
            if state.mode.get_untracked() == Mode::Read
                && state.jumps.get_value() == 0
                && !(top..=bottom).contains(&state.place.get_untracked())
            {
                state.place.set(offset_at(analysis, UPPER_THIRD * height()));
            }
        });
    };
    // Behind the frame with the article, which has enough to do.
    let look_soon = move || set_timeout(look, Duration::ZERO);
    watch_size(track, look_soon);
    let scrolled = window_event_listener(ev::scroll, move |_| look());
    on_cleanup(move || scrolled.remove());
    Effect::new(move |_| {
        state.analysis.track();
        request_animation_frame(look_soon);
    });
    let here = move || scale.with(|scale| scale.sentence_at(share_of_place(state, scale)));
    let seek = move |event: &web_sys::PointerEvent| {
        let Some(track) = track.get_untracked() else { return };
        let at = track.get_bounding_client_rect();
        seek_to(state, scale.with_untracked(|scale| scale.sentence_at((f64::from(event.client_y()) - at.top()) / at.height().max(1.0))));
    };
    let down = move |event: web_sys::PointerEvent| {
        event.prevent_default();
        if let Some(track) = track.get_untracked() {
            let _ = track.set_pointer_capture(event.pointer_id());
            let _ = track.focus();
        }
        seek(&event);
    };
    let moved = move |event: web_sys::PointerEvent| {
        if event.buttons() != 0 {
            seek(&event);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if let Some(sentence) = after_key(&event.key(), here(), scale.with_untracked(Scale::count)) {
            event.prevent_default();
            seek_to(state, sentence);
        }
    };
    view! {
        <div class="strip-column" class:none=move || scale.with(|scale| scale.count() == 0)>
            <div
                class="strip" node_ref=track role="slider" tabindex="0" aria-orientation="vertical" aria-label=page::STRIP
                aria-valuemin="1" aria-valuemax=move || scale.with(Scale::count).max(1) aria-valuenow=move || here() + 1
                aria-valuetext=move || state.overview_shown.with(|shown| value_text(shown.report(), here()))
                on:pointerdown=down on:pointermove=moved on:keydown=keys
            >
                <svg width=WIDTH / PIXEL height=move || length.get() / PIXEL viewBox=move || format!("0 0 {WIDTH} {}", length.get()) aria-hidden="true" focusable="false">
                    <Patterns/>
                    <path class="cells" d=move || scale.with(|scale| cells(scale, length.get(), 0, WIDTH, |_| true))/>
                    {Category::ALL.map(|category| view! { <Lane category scale length/> }).collect_view()}
                    <rect class="in-view" x="5" width=WIDTH - PIXEL y=move || part(view.get().0, length.get()) height=move || part(view.get().1 - view.get().0, length.get()).max(6 * PIXEL)/>
                </svg>
            </div>
        </div>
    }
}

/// The cells of the sentences with findings of one category.
#[component]
fn Lane(category: Category, scale: Memo<Scale>, length: RwSignal<i32>) -> impl IntoView {
    let state = expect_context::<State>();
    let left = category as i32 * LANE;
    let path = move || {
        state.overview_shown.with(|shown| {
            let holds = |sentence: usize| shown.report().findings_in(sentence).iter().any(|finding| finding.category() == category);
            scale.with(|scale| cells(scale, length.get(), left, LANE, holds))
        })
    };
    view! { <path class=format!("lane {}", category.name()) d=path/> }
}

/// Each category has a pattern of its own, so that the strip needs no colour.
#[component]
fn Patterns() -> impl IntoView {
    view! {
        <defs>
            <pattern id="strip-hedge" width="60" height="60" patternUnits="userSpaceOnUse"><rect class="fill hedge" width="60" height="60"/><path class="line" d="M-10 50 l40 -40 l40 40" /></pattern>
            <pattern id="strip-source" width="60" height="40" patternUnits="userSpaceOnUse"><rect class="fill source" width="60" height="40"/><circle class="dot" cx="30" cy="20" r="11"/></pattern>
            <pattern id="strip-pending" width="60" height="50" patternUnits="userSpaceOnUse"><rect class="fill pending" width="60" height="50"/><path class="line" d="M0 25 h60"/></pattern>
        </defs>
    }
}

/// The cells of the sentences that `holds` names, as a path. Of a very long text, whose cells nobody can tell apart, those that touch are one.
fn cells(scale: &Scale, length: i32, left: i32, width: i32, holds: impl Fn(usize) -> bool) -> String {
    let mut path = String::new();
    // The strip is not on the page yet.
    if length == 0 {
        return path;
    }
    let mut draw = |(top, bottom): (i32, i32)| {
        let _ = write!(path, "M{left} {top}h{width}V{bottom}h-{width}z");
    };
    let joins = scale.count() > MANY;
    let mut last = None::<(i32, i32)>;
    for (_, ends) in scale.0.windows(2).enumerate().filter(|(number, _)| holds(*number)) {
        let top = part(ends[0], length);
        let tall = (part(ends[1], length) - top).max(1);
        let bottom = top + if tall >= ROOMY { tall - PIXEL } else { tall };
        last = match last {
            Some((start, end)) if joins && top <= end => Some((start, end.max(bottom))),
            _ => {
                last.map(&mut draw);
                Some((top, bottom))
            }
        };
    }
    last.map(draw);
    path
}

#[expect(clippy::cast_possible_truncation, reason = "a strip is no longer than a window")]
fn part(share: f64, length: i32) -> i32 {
    (share * f64::from(length)).round() as i32
}

/// Where the reader is: what they were taken to last, else the top of the window.
fn share_of_place(state: State, scale: &Scale) -> f64 {
    share_of(state, scale, state.place.get())
}

fn share_of(state: State, scale: &Scale, byte: usize) -> f64 {
    state.overview.with_untracked(|overview| scale.share_of(overview.report(), byte))
}

fn value_text(report: &Report, sentence: usize) -> String {
    let has = |category: &Category| report.findings_in(sentence).iter().any(|finding| finding.category() == *category);
    page::sentence_holds(sentence + 1, report.sentences.len(), &Category::ALL.into_iter().filter(has).collect::<Vec<_>>())
}

fn seek_to(state: State, sentence: usize) {
    let span: Option<Span> = state.overview.with_untracked(|analysis| analysis.report().sentences.get(sentence).copied());
    if let Some(span) = span {
        go(state, span, UPPER_THIRD);
    }
}

/// The sentence that a key leads to.
fn after_key(key: &str, here: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match key {
        "ArrowDown" | "ArrowRight" => here + 1,
        "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
        "PageDown" => here + 10,
        "PageUp" => here.saturating_sub(10),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Calls `work` when the element changes its size.
fn watch_size(element: NodeRef<Div>, work: impl Fn() + Copy + 'static) {
    let callback = Closure::<dyn Fn()>::new(work);
    let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    let watching = StoredValue::new_local((observer.clone(), callback));
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observer.observe(&element);
        }
    });
    on_cleanup(move || {
        watching.try_with_value(|(observer, _)| observer.disconnect());
    });
}
