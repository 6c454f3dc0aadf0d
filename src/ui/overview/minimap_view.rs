//! The minimap: the article as a narrow strip with a lane for each category. It shows which part is in view and leads to any sentence.

use crate::browser::timers::{run_after, run_before_next_frame};
use crate::engine::{Report, Span};
use crate::lexicon::Category;
use crate::reading::{LANE, MinimapScale, PIXEL, WIDTH, categories_in, part_in_view};
use crate::ui::focus::position::offset_at;
use crate::ui::focus::resize::call_on_resize;
use crate::ui::focus::scroll::{UPPER_THIRD, scroll_to, window_height};
use crate::ui::state::{Mode, State};
use crate::wording::page;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use std::fmt::Write as _;
use std::ops::Range;
use std::time::Duration;

/// The signals of the minimap.
#[derive(Clone, Copy)]
struct Map {
    state: State,
    track: NodeRef<Div>,
    scale: Memo<MinimapScale>,
    /// The length in tenths of a CSS pixel.
    length: RwSignal<i32>,
}

/// The minimap; for the keyboard a slider over the sentences.
#[component]
pub fn Minimap() -> impl IntoView {
    let state = expect_context::<State>();
    let scale = Memo::new(move |_| state.article.overview.with(|analysis| MinimapScale::new(analysis.report())));
    let map = Map { state, track: NodeRef::new(), scale, length: RwSignal::new(0) };
    map.follow_window();
    let here = move || scale.with(|scale| scale.sentence_at(scale.share_of(state.place.position.get())));
    let count = Signal::derive(move || scale.with(MinimapScale::count).max(1));
    let text = Signal::derive(move || state.article.overview_shown.with(|shown| value_text(shown.report(), here())));
    let key_down = move |event: web_sys::KeyboardEvent| {
        if let Some(sentence) = scale.with_untracked(|scale| scale.sentence_after_key(&event.key(), here())) {
            event.prevent_default();
            map.scroll_to_sentence(sentence);
        }
    };
    let pointer_move = move |event: web_sys::PointerEvent| {
        if event.buttons() != 0 {
            map.seek(&event);
        }
    };
    view! {
        <div class="strip-column" class:none=Signal::derive(move || scale.with(|scale| scale.count() == 0))>
            <div
                class="strip" node_ref=map.track role="slider" tabindex="0" aria-orientation="vertical" aria-label=page::STRIP
                aria-valuemin="1" aria-valuemax=count aria-valuenow=Signal::derive(move || here() + 1)
                aria-valuetext=text style:--sentences=Signal::derive(move || count.get().to_string())
                on:pointerdown=move |event| map.start_seeking(&event) on:pointermove=pointer_move on:keydown=key_down
            >
                <Drawing map/>
            </div>
        </div>
    }
}

impl Map {
    /// Keeps the length and the part in view up to date.
    fn follow_window(self) {
        // After the frame, so that the article is drawn first.
        let update_later = move || run_after(Duration::ZERO, move || self.update());
        call_on_resize(self.track, update_later);
        let scrolled = window_event_listener(ev::scroll, move |_| self.update());
        on_cleanup(move || scrolled.remove());
        Effect::new(move || {
            self.state.article.analysis.track();
            run_before_next_frame(update_later);
        });
    }

    fn update(self) {
        let Self { state, .. } = self;
        // A requested frame may come after the minimap is removed.
        let Some(Some(track)) = self.track.try_get_untracked() else { return };
        let length = track.client_height() * PIXEL;
        if self.length.get_untracked() != length {
            self.length.set(length);
        }
        state.article.analysis.with_untracked(|analysis| {
            let (top, bottom) = (offset_at(analysis, 0.0), offset_at(analysis, window_height()));
            let share = |byte| self.scale.with_untracked(|scale| scale.share_of(byte));
            state.place.in_view.set((share(top), share(bottom)));
            // A reader who scrolls away has a new position. In the text box the caret is the position.
            let reading = !state.panel && state.place.mode.get_untracked() == Mode::Read && state.place.jumps.get_value() == 0;
            if reading && !(top..=bottom).contains(&state.place.position.get_untracked()) {
                state.place.position.set(offset_at(analysis, UPPER_THIRD * window_height()));
            }
        });
    }

    fn start_seeking(self, event: &web_sys::PointerEvent) {
        event.prevent_default();
        if let Some(track) = self.track.get_untracked() {
            let _ = track.set_pointer_capture(event.pointer_id());
            let _ = track.focus();
        }
        self.seek(event);
    }

    /// Scrolls to the sentence under the pointer.
    fn seek(self, event: &web_sys::PointerEvent) {
        let Some(track) = self.track.get_untracked() else { return };
        let at = track.get_bounding_client_rect();
        let hit = self.scale.with_untracked(|scale| scale.sentence_hit(f64::from(event.client_y()), at.top(), at.height()));
        self.scroll_to_sentence(hit);
    }

    fn scroll_to_sentence(self, sentence: usize) {
        let span: Option<Span> = self.state.article.overview.with_untracked(|analysis| analysis.report().sentences.get(sentence).copied());
        if let Some(span) = span {
            scroll_to(self.state, span);
        }
    }
}

#[component]
fn Drawing(map: Map) -> impl IntoView {
    let Map { state, scale, length, .. } = map;
    let part = move || part_in_view(state.place.in_view.get(), length.get());
    let cells = Signal::derive(move || scale.with(|scale| path(&scale.cells(length.get(), |_| true), 0, WIDTH)));
    view! {
        <svg
            width=WIDTH / PIXEL height=Signal::derive(move || length.get() / PIXEL)
            viewBox=Signal::derive(move || format!("0 0 {WIDTH} {}", length.get()))
            aria-hidden="true" focusable="false"
        >
            <Patterns/>
            <path class="cells" d=cells/>
            {Category::ALL.map(|category| view! { <Lane category map/> }).collect_view()}
            <rect class="in-view" x="5" width=WIDTH - PIXEL y=Signal::derive(move || part().0) height=Signal::derive(move || part().1)/>
        </svg>
    }
}

/// The cells of the sentences with findings of one category.
#[component]
fn Lane(category: Category, map: Map) -> impl IntoView {
    let left = category as i32 * LANE;
    let cells = move || {
        map.state.article.overview_shown.with(|shown| map.scale.with(|scale| scale.lane(map.length.get(), shown.report(), category)))
    };
    view! { <path class=format!("lane {}", category.name()) d=Signal::derive(move || path(&cells(), left, LANE))/> }
}

/// Cells as an SVG path.
fn path(cells: &[Range<i32>], left: i32, width: i32) -> String {
    cells.iter().fold(String::new(), |mut path, cell| {
        let _ = write!(path, "M{left} {}h{width}V{}h-{width}z", cell.start, cell.end);
        path
    })
}

/// A pattern for each category, so that the minimap does not rely on colour.
#[component]
fn Patterns() -> impl IntoView {
    view! {
        <defs>
            <Pattern category=Category::Hedge height="60"><path class="line" d="M-10 50 l40 -40 l40 40"/></Pattern>
            <Pattern category=Category::Source height="40"><circle class="dot" cx="30" cy="20" r="11"/></Pattern>
            <Pattern category=Category::Pending height="50"><path class="line" d="M0 25 h60"/></Pattern>
        </defs>
    }
}

#[component]
fn Pattern(category: Category, height: &'static str, children: Children) -> impl IntoView {
    let name = category.name();
    view! {
        <pattern id=format!("strip-{name}") width="60" height=height patternUnits="userSpaceOnUse">
            <rect class=format!("fill {name}") width="60" height=height/>
            {children()}
        </pattern>
    }
}

fn value_text(report: &Report, sentence: usize) -> String {
    page::sentence_holds(sentence + 1, report.sentences.len(), &categories_in(report, sentence))
}
