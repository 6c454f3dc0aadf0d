//! Report to data for other programs.

pub mod json;
