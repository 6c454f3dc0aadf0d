//! What the reader does with the page as a whole. Each action changes the state and moves focus and scroll position accordingly; several
//! parts of the page offer the same action.

mod findings;
mod history_entry;
mod html_text;
mod kept_line;
mod ledger;
mod list_import;
mod mode;
mod navigate;
mod open_files;
mod page_events;
mod passage_notes;
mod past_library;

pub use findings::{ignore, set_filter, show_again, undo};
pub use history_entry::{follow_history, leave};
pub use html_text::{pasted_text, text_of_page, text_of_part};
pub use kept_line::{follow_width, keep_line};
pub use ledger::{follow_row, leave_ledger, open_ignored, open_ledger, return_to_row};
pub use list_import::{import_list, read_text_file};
pub use mode::{draw_for_print, edit, go_to_mode, return_to_top, start_reading, toggle_editing};
pub use navigate::{close_navigation, navigate, open_search, search_for, step_navigation};
pub use open_files::{
    choose_files, is_source_of, open_extract, open_files, open_text, open_text_from, read_source, show_file, take_whole_page,
};
pub use page_events::send_page_event;
pub use passage_notes::{
    add_notes, discard_note, edit_note, has_draft, is_draft_changed, keep_note, keep_open_draft, note_on, put_off_note, remove_note,
    start_note,
};
pub use past_library::{
    add_library, erase_past, forget, keep_articles, library_as_file, open_past, past_articles, remember, restore_past, set_library,
    text_of_past,
};
