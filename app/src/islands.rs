//! Interactive parts that also run on the phone, as WebAssembly.

mod guide;

pub use guide::{Callable, Guide, GuideState, NextStep, OfferBrief, Problem, Website};
