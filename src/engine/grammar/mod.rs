//! Noun phrases, clauses and attributions: the parts of a sentence that decide whether a phrase speaks, and whose claim a stretch is.

mod adverbial;
mod after_subject;
pub(crate) mod citation;
pub(crate) mod cited_clause;
mod claim_order;
mod claim_scope;
pub(crate) mod claims;
pub(crate) mod clause;
mod evidence_owner;
mod inversion;
pub(crate) mod names;
pub(crate) mod noun_phrase;
pub(crate) mod noun_phrase_end;
pub(crate) mod relative_speech;
pub(crate) mod reporting_verbs;
pub(crate) mod said;
mod said_edges;
pub(crate) mod source_role;
pub(crate) mod speaker;
pub(crate) mod speaker_list;
pub(crate) mod speaker_phrase;
mod speaking_subject;
mod speech_by_position;
pub(crate) mod spoken_by;
pub(crate) mod unlisted_speaker;
mod verb_of_claim;
mod whole_clause;
