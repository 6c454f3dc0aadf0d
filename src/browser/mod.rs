//! What the page asks of the browser: every call returns a `Result`.

pub mod file;
pub mod highlight;
pub mod html;
pub mod squeeze;
pub mod storage;
pub mod text_decoder;
