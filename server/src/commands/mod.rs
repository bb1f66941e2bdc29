//! What the binary does when it is not serving.

pub mod backup;
pub mod check;
pub mod demo;
pub mod report;
pub mod serve;
