//! Text to blocks, tokens, sentences and quotations.

pub(crate) mod block;
pub(crate) mod furniture;
pub(crate) mod quotation;
pub(crate) mod sentence;
pub(crate) mod token;
mod token_end;
mod word_key;
