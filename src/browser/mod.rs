//! What the page asks of the browser: every call returns a `Result`.

pub mod storage;
