//! What the page asks of the browser: every call returns a `Result`.

pub mod highlight;
pub mod squeeze;
pub mod storage;
