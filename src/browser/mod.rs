//! Thin wrappers over browser interfaces. Every call that can fail returns a `Result` or an `Option`.

pub mod clock;
pub mod highlight;
pub mod history;
pub mod local_file;
pub mod media;
pub mod parsed_html;
pub mod past_storage;
pub mod squeeze;
pub mod storage;
pub mod text_decoder;
pub mod timers;
