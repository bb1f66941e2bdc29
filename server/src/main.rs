//! `portal`: serves the portal, or checks the municipalities' files.

use chrono::{DateTime, FixedOffset};
use clap::{Args, Parser, Subcommand};
use domain::{Instant, Role, Standard, scenarios};
use server::{
    clock::Clock,
    commands::{
        backup, block_on, demo,
        report::{Report, print_report},
        serve,
        standards::{StandardsCommand, run as run_standards},
    },
    config::{Config, Settings},
    db::{Db, StaffId},
    jobs::repository::accept_clock,
    standards::{self, StandardsSource},
    tasks::{
        Services,
        desk::{
            audit::{AuditAction, AuditEntry},
            staff::service::{self as staff_service, Removal, StaffMember},
        },
    },
};
use std::{alloc::System, error::Error, path::PathBuf, process::ExitCode};
use zeroizing_alloc::ZeroAlloc;

/// Wipes memory as it is given back: what somebody wrote goes through a connection, a form, a page and its packing,
/// and none of those wipes its own copies.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// Trædesten: help with alcohol or drugs in Danish municipalities.
#[derive(Parser)]
#[command(name = "portal", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    settings: Settings,
}

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
    /// Write the database into a new file, while the portal serves; the keys are not in it. For a database in a file.
    Backup { file: PathBuf },
    /// Put a backup in the place of the database, while the portal does not serve. For a database in a file.
    Restore { file: PathBuf },
    /// Who works at the desks.
    Staff {
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// The clock by which is deleted what is past its end.
    Clock {
        #[command(subcommand)]
        command: ClockCommand,
    },
    /// Work with the municipalities' files.
    Standards {
        #[command(subcommand)]
        command: StandardsCommand,
    },
}

#[derive(Args, Default)]
struct Serve {
    /// Freeze the clock at this moment, such as 2026-11-22T10:00:00+01:00 (needs `PORTAL_DEMO=1`).
    #[arg(long)]
    now: Option<DateTime<FixedOffset>>,
}

#[derive(Subcommand)]
enum ClockCommand {
    /// Say that the present time is right, after the clock has jumped or nothing ran for more than a day: deleting goes on.
    Accept,
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Add a member of staff, and print the invitation with which they sign in for the first time.
    Add {
        /// The municipality, such as vejle.
        #[arg(long)]
        municipality: String,
        /// What they may do: counsellor, lead, admin, manager, authority or complaint-reader.
        #[arg(long, value_parser = role)]
        role: Role,
        /// What colleagues call them.
        #[arg(long)]
        name: String,
        /// The name they sign in with.
        login: String,
    },
    /// Invite a member of staff anew, who has lost the password or the phone. Hours, appointments and conversations
    /// stay; sessions end.
    Renew { login: String },
    /// Let a member of staff in no more, from this moment on.
    ShutOut { login: String },
    /// Delete a member of staff who has no appointments ahead.
    Remove { login: String },
}

/// Who does what is done by a command, in the log of the desk.
const OPERATOR: &str = "portal staff";

fn role(text: &str) -> Result<Role, &'static str> {
    Role::from_code(&text.to_uppercase().replace('-', "_"))
        .ok_or("must be counsellor, lead, admin, manager, authority or complaint-reader")
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
    match run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("portal: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<ExitCode, Box<dyn Error>> {
    let config = cli.settings.parse_values()?;
    match cli.command.unwrap_or(Command::Serve(Serve::default())) {
        Command::Standards { command } => run_standards(command, config),
        Command::Rules { command } => run_rules(&config, command),
        Command::Backup { file } => {
            block_on(backup::backup(&config, &file))?;
            println!("{} is whole. The keys are not in it.", file.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Restore { file } => {
            if let Some(before) = block_on(backup::restore(&config, &file))? {
                println!("The database before is {}: delete it when all is well.", before.display());
            }
            println!(
                "Restored. What was deleted since the backup is back, and what was booked since is gone."
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Staff { command } => {
            let standards = load_standards(&config)?;
            block_on(run_staff(&config, &standards, command))
        }
        Command::Clock { command: ClockCommand::Accept } => {
            let now = Instant::of(Clock::System.now());
            block_on(async {
                let (db, _) = serve::open_services(&config, Clock::System).await?;
                Ok(accept_clock(&db, now.minute()).await?)
            })?;
            println!("It is {} in Denmark, and deleting goes on.", now.local().format("%Y-%m-%d %H:%M"));
            Ok(ExitCode::SUCCESS)
        }
        Command::Demo(_) if !config.demo => {
            Err("made-up appointments are refused unless PORTAL_DEMO=1 is set".into())
        }
        Command::Demo(at) => {
            let standards = load_standards(&config)?;
            let clock = read_clock(&at, &config)?;
            let summary = block_on(async {
                let (db, services) = serve::open_services(&config, clock).await?;
                Ok(demo::fill(&db, &services, &standards, clock).await?)
            })?;
            print!("{summary}");
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve(at) => {
            let clock = read_clock(&at, &config)?;
            let _guard = serve::log_requests(&config, clock);
            let source = StandardsSource::of(config.standards.clone());
            block_on(serve::serve(config, &source, clock))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn read_clock(serve: &Serve, config: &Config) -> Result<Clock, &'static str> {
    match serve.now {
        None => Ok(Clock::System),
        Some(moment) if config.demo => Ok(Clock::Frozen(moment.to_utc())),
        Some(_) => Err("--now freezes the clock and is refused unless PORTAL_DEMO=1 is set"),
    }
}

fn load_standards(config: &Config) -> Result<Vec<Standard>, String> {
    standards::load(config.standards.as_deref()).map_err(|problems| serve::describe_problems(&problems))
}

fn run_rules(config: &Config, command: Rules) -> Result<ExitCode, Box<dyn Error>> {
    let standards = load_standards(config)?;
    let (file, report): (_, fn(&[Standard], &str) -> Report) = match command {
        Rules::Decide { file } => (file, scenarios::decide),
        Rules::Check { file } => (file, scenarios::check),
    };
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(print_report(&report(&standards, &text)))
}

async fn run_staff(
    config: &Config,
    standards: &[Standard],
    command: StaffCommand,
) -> Result<ExitCode, Box<dyn Error>> {
    let (db, services): (Db, Services) = serve::open_services(config, Clock::System).await?;
    match command {
        StaffCommand::Add { municipality, role, name, login } => {
            if !standards.iter().any(|standard| standard.code == municipality) {
                return Err(format!("there is no municipality “{municipality}”").into());
            }
            let member = StaffMember { id: StaffId::random(&services.random), municipality, name, role };
            let who = (member.municipality.as_str(), OPERATOR);
            let audited = AuditEntry::of(who, AuditAction::StaffInvited, &member.name, Clock::System);
            let invitation = services.sign_in.invite(&member, &login, Some(&audited)).await?;
            print_invitation(&login, &invitation.ok_or_else(|| format!("“{login}” is taken"))?);
        }
        StaffCommand::Renew { login } => {
            let (member, audited) = find_member(&db, &login, AuditAction::StaffRenewed).await?;
            let invitation = services.sign_in.renew(&member.id, &audited).await?;
            print_invitation(&login, &invitation.ok_or_else(|| format!("there is no “{login}”"))?);
        }
        StaffCommand::ShutOut { login } => {
            let (member, audited) = find_member(&db, &login, AuditAction::StaffShutOut).await?;
            services.sign_in.shut_out(&member.id, &audited).await?;
            println!("“{login}” is shut out, and signed out everywhere.");
        }
        StaffCommand::Remove { login } => {
            let (member, audited) = find_member(&db, &login, AuditAction::StaffRemoved).await?;
            let now = Instant::of(Clock::System.now()).minute();
            match staff_service::remove(&db, &member.id, now, &audited).await? {
                Removal::Gone => println!("“{login}” is deleted."),
                Removal::Unknown => return Err(format!("there is no “{login}”").into()),
                Removal::Expected(ahead) => {
                    return Err(format!(
                        "“{login}” is expected at {ahead} appointments: hand them over or call them off at the desk first"
                    )
                    .into());
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn print_invitation(login: &str, invitation: &str) {
    println!(
        "Sign in for the first time at /desk/velkommen within a week:\n  name        {login}\n  invitation  {invitation}"
    );
}

/// Somebody by the name they sign in with, and what is noted of what is done to them.
async fn find_member(
    db: &Db,
    login: &str,
    what: AuditAction,
) -> Result<(StaffMember, AuditEntry), Box<dyn Error>> {
    let member = staff_service::find_by_login(db, login).await?;
    let member = member.ok_or_else(|| format!("there is no “{login}”"))?;
    let audited = AuditEntry::of((&member.municipality, OPERATOR), what, &member.name, Clock::System);
    Ok((member, audited))
}
