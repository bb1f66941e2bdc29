//! `portal standards preview`: a folder's files beside those built in, while they are written.

use crate::{clock::Clock, commands::serve, config::Config, db::DatabaseUrl, standards::StandardsSource};
use std::{error::Error, fs, path::PathBuf};

/// Serves until told to stop, with a database and keys of its own that go when it ends.
///
/// # Errors
/// What is wrong in the files, or why the portal cannot start.
pub fn preview(config: Config, dir: PathBuf) -> Result<(), Box<dyn Error>> {
    let room = std::env::temp_dir().join(format!("traedesten-preview-{}", std::process::id()));
    fs::create_dir_all(&room)?;
    let database = DatabaseUrl::Sqlite(room.join("portal.db"));
    let config = Config { database, keys: room.join("keys"), ..config };
    let _guard = serve::log_requests(&config, Clock::System);
    let served =
        crate::commands::block_on(serve::serve(config, &StandardsSource::Preview(dir), Clock::System));
    fs::remove_dir_all(&room)?;
    served
}
