//! The portal over HTTP, in the test's own process. One module a citizen task.

mod acts;
mod booking;
mod callback;
mod case;
mod case_desk;
mod case_recording;
mod case_scenarios;
mod clarification;
mod clock;
mod closed_days;
mod common;
mod complaint;
mod complaint_attachment;
mod complaint_desk;
mod complaint_filing;
mod complaint_follow;
mod complaint_package;
mod conversation;
mod deadline;
mod desk;
mod figures;
mod find_help;
mod leave;
mod limits;
mod new_municipality;
mod offers;
mod plan;
mod privacy;
mod promises;
mod reading;
mod routes;
mod rules;
mod search;
mod server_functions;
mod waiting_list;

#[path = "../support/each_engine.rs"]
mod each_engine;
#[path = "../support/engines.rs"]
mod engines;
#[path = "../support/files.rs"]
mod files;
