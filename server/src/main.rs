//! `portal`: serves the portal, or checks the municipalities' files.

use chrono::{DateTime, FixedOffset};
use clap::{Args, Parser, Subcommand};
use domain::{Instant, Role, Standard, scenarios};
use server::{
    clock::Clock,
    commands::{
        check, demo,
        report::{Report, told},
    },
    config::Config,
    crypto::{keys::Keys, random::Random, verifier::Cost},
    jobs,
    services::{Services, Settings, foreign_key},
    standards,
    store::{self, Removed, Store},
    web::{app_state::AppState, form_token::LEAST_AGE, serve, site::Site},
};
use std::{
    error::Error,
    io::{BufWriter, stdout},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Trædesten: help with alcohol or drugs in Danish municipalities.
#[derive(Parser)]
#[command(name = "portal", version, after_help = SETTINGS)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

const SETTINGS: &str = "Settings, from the environment:
  PORTAL_ADDR           where to listen                     127.0.0.1:3000
  PORTAL_DATABASE_URL   sqlite://PATH or postgres://…       sqlite://data/portal.db
  PORTAL_KEYS_DIR       the portal's own secrets            data/keys
  PORTAL_STANDARDS_DIR  folder of municipalities' files     those built in
  PORTAL_SITE_DIR       style sheet, fonts, WebAssembly     those beside the binary
  PORTAL_LOG            what is logged                      info
  PORTAL_EXIT_URL       where “Forlad siden” leads          https://www.dmi.dk/
  PORTAL_PROXIES        reverse proxies in front            0
  PORTAL_QUOTA          times kept by one visitor, bookings an hour of one visitor and of one centre before
                        staff confirm, of one centre at most, wrong codes, slow work at once     8,6,60,300,10,4
  PORTAL_DEMO           1 permits --now and `demo`          0";

#[derive(Subcommand)]
enum Command {
    /// Serve the portal (the default).
    Serve(Serve),
    /// Fill an empty database with a made-up desk and appointments, to show the portal (needs `PORTAL_DEMO=1`).
    Demo(Serve),
    /// Decide cases by the municipalities' rules.
    Rules {
        #[command(subcommand)]
        command: Rules,
    },
    /// Who works at the desks.
    Staff {
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// Work with the municipalities' files.
    Standards {
        #[command(subcommand)]
        command: Standards,
    },
}

#[derive(Args, Default)]
struct Serve {
    /// Freeze the clock at this moment, such as 2026-11-22T10:00:00+01:00 (needs `PORTAL_DEMO=1`).
    #[arg(long)]
    now: Option<DateTime<FixedOffset>>,
}

#[derive(Subcommand)]
enum Standards {
    /// Report all errors at once, what is covered, and how readable the texts are.
    Check {
        /// Folder of the files; without it, `PORTAL_STANDARDS_DIR` or those built in.
        dir: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Add a member of staff, and print the invitation with which they sign in for the first time.
    Add {
        /// The municipality, such as vejle.
        #[arg(long)]
        municipality: String,
        /// What they may do: counsellor, lead or admin.
        #[arg(long, value_parser = role)]
        role: Role,
        /// What colleagues call them.
        #[arg(long)]
        name: String,
        /// The name they sign in with.
        login: String,
    },
    /// Delete a member of staff who has no appointments ahead.
    Remove { login: String },
}

fn role(text: &str) -> Result<Role, &'static str> {
    Role::from_code(&text.to_uppercase()).ok_or("must be counsellor, lead or admin")
}

#[derive(Subcommand)]
enum Rules {
    /// Answer the question of every line of FILE with a decision and its sources, as lines of JSON.
    Decide { file: PathBuf },
    /// Compare every line's decision with what it expects, and tell the differences.
    Check { file: PathBuf },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.command.unwrap_or(Command::Serve(Serve::default()))) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("portal: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn run(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    let config = Config::read(|name| std::env::var(name).ok())?;
    match command {
        Command::Standards { command: Standards::Check { dir } } => {
            let read = standards::load(dir.or(config.standards).as_deref());
            Ok(told(&check::report(&read)))
        }
        Command::Rules { command } => {
            let standards = loaded(&config)?;
            let (file, report): (_, fn(&[Standard], &str) -> Report) = match command {
                Rules::Decide { file } => (file, scenarios::decide),
                Rules::Check { file } => (file, scenarios::check),
            };
            let text =
                std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            Ok(told(&report(&standards, &text)))
        }
        Command::Staff { command } => staff(&config, command),
        Command::Demo(_) if !config.demo => {
            Err("made-up appointments are refused unless PORTAL_DEMO=1 is set".into())
        }
        Command::Demo(at) => {
            let standards = loaded(&config)?;
            let clock = clock(&at, &config)?;
            let told = runtime()?.block_on(async {
                let (store, services) = services(&config, clock).await?;
                Ok::<_, Box<dyn Error>>(demo::fill(&store, &services, &standards, clock).await?)
            })?;
            print!("{told}");
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve(serve) => {
            let clock = clock(&serve, &config)?;
            start(config, clock)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}

fn clock(serve: &Serve, config: &Config) -> Result<Clock, &'static str> {
    match serve.now {
        None => Ok(Clock::System),
        Some(moment) if config.demo => Ok(Clock::Frozen(moment.to_utc())),
        Some(_) => Err("--now freezes the clock and is refused unless PORTAL_DEMO=1 is set"),
    }
}

fn loaded(config: &Config) -> Result<Vec<Standard>, String> {
    standards::load(config.standards.as_deref()).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("the municipalities' files cannot be used:\n{}", lines.join("\n"))
    })
}

fn start(config: Config, clock: Clock) -> Result<(), Box<dyn Error>> {
    // Lines are written by a thread of their own, several at once under load; the guard writes the last
    // ones when it is dropped.
    let (log, _guard) = tracing_appender::non_blocking(BufWriter::new(stdout()));
    tracing_subscriber::fmt()
        .with_writer(log)
        .with_env_filter(EnvFilter::new(&config.log))
        .with_timer(clock)
        .with_ansi(false)
        .init();
    let standards = loaded(&config)?;
    let site = Site::load(config.site.as_deref())?;
    runtime()?.block_on(async {
        let (_, services) = services(&config, clock).await?;
        let mut portal = AppState::new(standards, site, clock, config.exit, services);
        (portal.proxies, portal.demo) = (config.proxies, config.demo);
        let portal = Arc::new(portal);
        tokio::spawn(jobs::retention(Arc::clone(&portal)));
        let listener = TcpListener::bind(config.addr)
            .await
            .map_err(|error| format!("PORTAL_ADDR: {} cannot be listened on: {error}", config.addr))?;
        println!("Trædesten: http://{}", listener.local_addr()?);
        serve::serve(listener, portal).await?;
        Ok(())
    })
}

/// The database, and the use cases on it, where the keys are those it was written with.
async fn services(config: &Config, clock: Clock) -> Result<(Arc<dyn Store>, Services), Box<dyn Error>> {
    let (keys, made) = Keys::load(&config.keys, &Random::System)?;
    if made > 0 {
        tracing::warn!(target: "portal", made, "new keys were made: move them to where the database's backups do not go");
    }
    let store = store::open(&config.database).await?;
    if let Some(purpose) = foreign_key(store.as_ref(), &keys).await? {
        return Err(format!(
            "PORTAL_KEYS_DIR: the key “{purpose}” is not the one this database was written with"
        )
        .into());
    }
    // A clock that stands still tells no ages.
    let least_age = if matches!(clock, Clock::System) { LEAST_AGE } else { 0 };
    let settings = Settings { clock, cost: Cost::FULL, quota: config.quota, least_age };
    let services = Services::new(&store, keys, settings);
    Ok((store, services))
}

fn staff(config: &Config, command: StaffCommand) -> Result<ExitCode, Box<dyn Error>> {
    let standards = loaded(config)?;
    runtime()?.block_on(async {
        let (store, services) = services(config, Clock::System).await?;
        match command {
            StaffCommand::Add { municipality, role, name, login } => {
                if !standards.iter().any(|standard| standard.code == municipality) {
                    return Err(format!("there is no municipality “{municipality}”").into());
                }
                let invitation = services.sign_in.add(&municipality, &name, &login, role).await?;
                let invitation = invitation.ok_or_else(|| format!("“{login}” is taken"))?;
                println!("Sign in for the first time at /desk/velkommen within a week:\n  name        {login}\n  invitation  {invitation}");
            }
            StaffCommand::Remove { login } => {
                let now = Instant::of(Clock::System.now()).minute();
                match store.remove_staff(&login, now).await? {
                    Removed::Gone => println!("“{login}” is deleted."),
                    Removed::Unknown => return Err(format!("there is no “{login}”").into()),
                    Removed::Expected(ahead) => {
                        return Err(format!("“{login}” is expected at {ahead} appointments: call them off at the desk first").into());
                    }
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}
