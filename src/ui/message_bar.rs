//! The last message, at the foot of the window. It goes with the reader's next action, or after a while.

use super::actions;
use super::article::step_popover;
use super::controls::{Button, If, reactive};
use super::focus::find;
use super::focus::place::focus_here;
use super::state::{Message, Mode, Offer, State, Timer};
use crate::wording::page;
use leptos::prelude::*;
use std::time::Duration;

/// A message stays for this long, and one with a button for longer.
const STAYS: Duration = Duration::from_secs(10);
const STAYS_WITH_BUTTON: Duration = Duration::from_secs(30);

/// The bar with the message and its button.
#[component]
pub fn MessageBar() -> impl IntoView {
    let state = expect_context::<State>();
    close_in_time(state);
    let open = Signal::derive(move || state.message.with(Option::is_some));
    let offer = Memo::new(move |_| state.message.with(|message| message.as_ref().and_then(|message| message.offer.clone())));
    let undo = move || {
        actions::undo(state);
        focus_here(state);
    };
    let go_on = move || {
        if let Some(Offer::Continue(note)) = offer.get_untracked() {
            actions::edit_note(state, note);
        }
    };
    view! {
        <div class="message" class:open=open>
            <p role="status">{reactive(move || state.message.with(|message| message.as_ref().map(|message| message.text.clone())))}</p>
            <If condition=move || offer.with(|offer| matches!(offer, Some(Offer::Undo(_) | Offer::BringBack(_))))>
                <Button id="undo" text=page::UNDO press=undo/>
            </If>
            <If condition=move || offer.with(|offer| matches!(offer, Some(Offer::Undo(_)))) && state.place.mode.get() == Mode::Read>
                <Button id="next-mark" text=page::NEXT_MARK press=move || step_popover(state, true)/>
            </If>
            <If condition=move || offer.with(|offer| matches!(offer, Some(Offer::Continue(_))))>
                <Button id="go-on" text=page::GO_ON_WRITING press=go_on/>
            </If>
            <If condition=open><Button label=page::CLOSE text="×" press=move || close(state)/></If>
        </div>
    }
}

fn close(state: State) {
    state.message.set(None);
    focus_here(state);
}

/// Closes each message after a while.
fn close_in_time(state: State) {
    let timer = StoredValue::new(Timer::default());
    Effect::new(move || {
        let Some(message) = state.message.get() else { return timer.update_value(Timer::clear) };
        let stays = if message.offer.is_some() { STAYS_WITH_BUTTON } else { STAYS };
        timer.update_value(|timer| timer.set(move || close_unless_used(state, &message), stays));
    });
}

/// Closes the message, unless the pointer or the keyboard is at it: then it stays until the reader closes it or does something else.
fn close_unless_used(state: State, message: &Message) {
    if state.message.with_untracked(|now| now.as_ref() == Some(message)) && find(".message:hover, .message :focus-visible").is_none() {
        let has_focus = find(".message :focus").is_some();
        state.message.set(None);
        if has_focus {
            focus_here(state);
        }
    }
}
