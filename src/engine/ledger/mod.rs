//! The ledgers of a report: who speaks, and what is undecided.

mod bodies;
pub(crate) mod decision;
pub(crate) mod decisions;
mod estimate_owner;
mod full_form;
mod head_in_context;
mod matter;
mod matter_end;
mod matter_start;
mod named_partner;
mod person_names;
mod quotation_spans;
mod quotations_cited;
mod row_head;
mod running_quotation;
mod same_matter;
mod single_names;
pub(crate) mod source;
mod source_in_full;
mod source_names;
pub(crate) mod sources;
pub(crate) mod speakers;
mod statements;
mod unnamed_speaker;
mod whole_statement;
mod withheld_names;
