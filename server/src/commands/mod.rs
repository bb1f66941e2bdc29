//! What the binary does when it is not serving.

pub mod backup;
pub mod check;
pub mod demo;
pub mod report;
pub mod serve;
pub mod standards;

/// Runs what waits for a database or a network, with as many threads as there are cores.
///
/// # Errors
/// Those of the work.
pub fn block_on<T>(
    work: impl Future<Output = Result<T, Box<dyn std::error::Error>>>,
) -> Result<T, Box<dyn std::error::Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
