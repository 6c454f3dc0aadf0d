//! A reader's own list: the list as data, its file format, and its compiled form.

mod compiled;
mod list;
mod list_file;
mod own_expression;

pub use compiled::Own;
pub(crate) use compiled::OwnPattern;
pub use list::{Exempt, LONGEST_LIST, List, ListFault, Word};
