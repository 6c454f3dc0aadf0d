//! Text to blocks, tokens, sentences and quotations.

mod address;
pub(crate) mod block;
mod capitals;
mod character;
pub(crate) mod furniture;
pub(crate) mod line_break;
pub(crate) mod line_wrap;
pub(crate) mod quotation;
pub(crate) mod sentence;
mod single_quotation;
pub(crate) mod token;
mod token_end;
mod word_key;
