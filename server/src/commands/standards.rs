//! `portal standards`: what somebody who writes a municipality's file needs.

mod deciding;
mod migrate;
mod new;
mod preview;

use crate::{
    commands::{check, report::print_report},
    config::Config,
    standards::{StandardsSource, built_in},
};
use clap::Subcommand;
use std::{error::Error, fs, path::PathBuf, process::ExitCode};

#[derive(Subcommand)]
pub enum StandardsCommand {
    /// Report all errors at once, what is covered, how readable the texts are, and what each file promises.
    Check {
        /// Folder of the files; without it, `PORTAL_STANDARDS_DIR` or those built in.
        dir: Option<PathBuf>,
    },
    /// Begin a file: what decides what is promised comes first, with a question for each.
    New {
        /// The municipality, such as Eksempelby.
        name: String,
        /// Folder in which the file is made.
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
    /// Write the files built in into a folder, to read or to begin with.
    Export { dir: PathBuf },
    /// Serve a folder's files beside those built in, marked as drafts; what is saved is shown at once.
    Preview { dir: PathBuf },
    /// Add what has come since to files of an earlier version, as "todo".
    Migrate { dir: PathBuf },
}

/// Runs one of them.
///
/// # Errors
/// What cannot be read or written.
pub fn run(command: StandardsCommand, config: Config) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        StandardsCommand::Check { dir } => {
            let read = StandardsSource::of(dir.or(config.standards)).read();
            return Ok(print_report(&check::report(&read)));
        }
        StandardsCommand::New { name, dir } => {
            let file = new::create(&name, &dir)?;
            println!(
                "{}: begin at the top. Then: portal standards preview {}",
                file.display(),
                dir.display()
            );
        }
        StandardsCommand::Export { dir } => {
            fs::create_dir_all(&dir)?;
            for file in built_in() {
                let path = dir.join(&file.name);
                if path.exists() {
                    return Err(format!("{} is there already", path.display()).into());
                }
                fs::write(&path, &file.text)?;
                println!("{}", path.display());
            }
        }
        StandardsCommand::Preview { dir } => preview::preview(config, dir)?,
        StandardsCommand::Migrate { dir } => print!("{}", migrate::migrate(&dir)?),
    }
    Ok(ExitCode::SUCCESS)
}
