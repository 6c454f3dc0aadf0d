//! The pattern language: parsing, compiling, and the instructions that patterns compile to. Shared by the build script and the program.

pub mod compile;
pub mod instruction;
pub mod parse;
