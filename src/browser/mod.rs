//! What the page asks of the browser: every call returns a `Result`, except for work that is only started.

pub mod highlight;
pub mod local_file;
pub mod parsed_html;
pub mod squeeze;
pub mod storage;
pub mod text_decoder;
pub mod timers;
