//! Settings: all from the environment or the command line, all typed, all with a safe default.

use crate::{db::DatabaseUrl, web::rate_limiter::Quota};
use axum::http::HeaderValue;
use clap::Args;
use std::{net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};
use thiserror::Error;
use tracing_subscriber::EnvFilter;
use webauthn_rs::prelude::Url;

/// A setting that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{name}: {reason}")]
pub struct ConfigError {
    pub name: &'static str,
    pub reason: String,
}

/// Settings as they were given. They have no `Debug`: the database's address may hold a password.
#[derive(Clone, Args)]
#[command(next_help_heading = "Settings, from the environment or here")]
pub struct Settings {
    /// Where to listen.
    #[arg(
        long,
        global = true,
        env = "PORTAL_ADDR",
        hide_env_values = true,
        default_value = "127.0.0.1:3000"
    )]
    addr: String,
    /// `sqlite://PATH` or `postgres://…`.
    #[arg(
        long,
        global = true,
        env = "PORTAL_DATABASE_URL",
        hide_env_values = true,
        default_value = "sqlite://data/portal.db"
    )]
    database_url: String,
    /// Folder of the portal's own secrets.
    #[arg(long, global = true, env = "PORTAL_KEYS_DIR", hide_env_values = true, default_value = "data/keys")]
    keys_dir: PathBuf,
    /// Folder of municipalities' files; without it, those built in.
    #[arg(long, global = true, env = "PORTAL_STANDARDS_DIR", hide_env_values = true)]
    standards_dir: Option<PathBuf>,
    /// Folder of style sheet, fonts and WebAssembly; without it, that beside the binary.
    #[arg(long, global = true, env = "PORTAL_SITE_DIR", hide_env_values = true)]
    site_dir: Option<PathBuf>,
    /// Folder of style sheets, fonts and WebAssembly of all versions that serve at the same time.
    #[arg(long, global = true, env = "PORTAL_ASSETS_DIR", hide_env_values = true)]
    assets_dir: Option<PathBuf>,
    /// What is logged, such as `info` or `warn,server=debug`.
    #[arg(long, global = true, env = "PORTAL_LOG", hide_env_values = true, default_value = "info")]
    log: String,
    /// Where “Forlad siden” leads.
    #[arg(
        long,
        global = true,
        env = "PORTAL_EXIT_URL",
        hide_env_values = true,
        default_value = "https://www.dmi.dk/"
    )]
    exit_url: String,
    /// The portal's own address, such as `https://hjaelp.example`: passkeys of staff are bound to it.
    #[arg(long, global = true, env = "PORTAL_ORIGIN", hide_env_values = true)]
    origin: Option<String>,
    /// Reverse proxies in front.
    #[arg(long, global = true, env = "PORTAL_PROXIES", hide_env_values = true, default_value = "0")]
    proxies: String,
    /// Seconds for which a connection is kept for the next request: longer than the proxy in front keeps its own, so that
    /// it never sends one into a connection that is being closed. nginx keeps 60 of its own accord, Caddy 120.
    #[arg(long, global = true, env = "PORTAL_IDLE", hide_env_values = true, default_value = "130")]
    idle: String,
    /// 1 permits --now and `demo`.
    #[arg(long, global = true, env = "PORTAL_DEMO", hide_env_values = true, default_value = "0")]
    demo: String,
    #[command(flatten)]
    quotas: Quotas,
}

/// How much is too much; each a number.
#[derive(Clone, Args)]
struct Quotas {
    /// `none` counts nothing, for tests; else the numbers below hold.
    #[arg(long, global = true, env = "PORTAL_QUOTA", hide_env_values = true, default_value = "counted")]
    quota: String,
    /// Times of one centre that are kept at once; a further one lets go of the oldest.
    #[arg(long, global = true, env = "PORTAL_QUOTA_HELD", hide_env_values = true, default_value = "30")]
    quota_held: String,
    /// Times that one place keeps at once.
    #[arg(long, global = true, env = "PORTAL_QUOTA_HOLDS", hide_env_values = true, default_value = "8")]
    quota_holds: String,
    /// Bookings an hour of one place, before staff confirm them first.
    #[arg(long, global = true, env = "PORTAL_QUOTA_CLIENT", hide_env_values = true, default_value = "6")]
    quota_client: String,
    /// Bookings an hour of one centre, before staff confirm them first.
    #[arg(long, global = true, env = "PORTAL_QUOTA_PENDING", hide_env_values = true, default_value = "60")]
    quota_pending: String,
    /// Bookings an hour of one centre, before there are no more.
    #[arg(long, global = true, env = "PORTAL_QUOTA_CLOSED", hide_env_values = true, default_value = "300")]
    quota_closed: String,
    /// Wrong codes of one place, before its codes wait for others.
    #[arg(long, global = true, env = "PORTAL_QUOTA_WRONG", hide_env_values = true, default_value = "10")]
    quota_wrong: String,
    /// Codes and passwords of one place that are worked out at once.
    #[arg(long, global = true, env = "PORTAL_QUOTA_AT_ONCE", hide_env_values = true, default_value = "4")]
    quota_at_once: String,
}

/// Settings that can be used.
#[derive(Clone)]
pub struct Config {
    /// Where to listen.
    pub addr: SocketAddr,
    pub database: DatabaseUrl,
    /// The folder of the portal's own secrets.
    pub keys: PathBuf,
    /// Municipalities' files; without it, those built into the binary.
    pub standards: Option<PathBuf>,
    /// Style sheet, fonts and WebAssembly; without it, those beside the binary.
    pub site: Option<PathBuf>,
    /// Those of other versions that serve at the same time.
    pub assets: Option<PathBuf>,
    /// What is logged.
    pub log: String,
    /// The neutral site that "leave this site" leads to.
    pub exit: HeaderValue,
    /// The portal's own address, where passkeys can be used.
    pub origin: Option<Url>,
    /// How many reverse proxies stand in front.
    pub proxies: usize,
    /// How long a connection is kept for the next request.
    pub idle: Duration,
    /// How much is too much.
    pub quota: Quota,
    /// Permits what only tests and demonstrations may do.
    pub demo: bool,
}

impl Settings {
    /// The settings, typed.
    ///
    /// # Errors
    /// The first setting that cannot be used, with its name and the reason.
    pub fn parse_values(self) -> Result<Config, ConfigError> {
        let bad = |name: &'static str| move |reason: String| ConfigError { name, reason };
        EnvFilter::from_str(&self.log)
            .map_err(|error| bad("PORTAL_LOG")(format!("“{}” is no log filter: {error}", self.log)))?;
        Ok(Config {
            addr: parse_addr(&self.addr).map_err(bad("PORTAL_ADDR"))?,
            database: parse_database(&self.database_url).map_err(bad("PORTAL_DATABASE_URL"))?,
            keys: self.keys_dir,
            standards: parse_dir(self.standards_dir).map_err(bad("PORTAL_STANDARDS_DIR"))?,
            assets: parse_dir(self.assets_dir).map_err(bad("PORTAL_ASSETS_DIR"))?,
            site: parse_dir(self.site_dir).map_err(bad("PORTAL_SITE_DIR"))?,
            log: self.log,
            exit: parse_exit(&self.exit_url).map_err(bad("PORTAL_EXIT_URL"))?,
            origin: self.origin.as_deref().map(parse_origin).transpose().map_err(bad("PORTAL_ORIGIN"))?,
            proxies: parse_proxies(&self.proxies).map_err(bad("PORTAL_PROXIES"))?,
            idle: parse_idle(&self.idle).map_err(bad("PORTAL_IDLE"))?,
            quota: self.quotas.parse_values()?,
            demo: parse_flag(&self.demo).map_err(bad("PORTAL_DEMO"))?,
        })
    }
}

impl Quotas {
    fn parse_values(&self) -> Result<Quota, ConfigError> {
        match self.quota.as_str() {
            "none" => return Ok(Quota::NONE),
            "counted" => {}
            other => {
                let reason = format!("“{other}” is neither `none` nor `counted`");
                return Err(ConfigError { name: "PORTAL_QUOTA", reason });
            }
        }
        let number = |name: &'static str, text: &str| {
            let reason = || format!("“{text}” is no whole number");
            text.parse::<u32>().map_err(|_| ConfigError { name, reason: reason() })
        };
        let times = |name: &'static str, text: &str| match number(name, text)? {
            0 => {
                let reason = "without a time that is kept nothing can be booked".to_owned();
                Err(ConfigError { name, reason })
            }
            times => Ok(times as usize),
        };
        Ok(Quota {
            held: times("PORTAL_QUOTA_HELD", &self.quota_held)?,
            holds: times("PORTAL_QUOTA_HOLDS", &self.quota_holds)?,
            client: number("PORTAL_QUOTA_CLIENT", &self.quota_client)?,
            pending: number("PORTAL_QUOTA_PENDING", &self.quota_pending)?,
            closed: number("PORTAL_QUOTA_CLOSED", &self.quota_closed)?,
            wrong: number("PORTAL_QUOTA_WRONG", &self.quota_wrong)?,
            at_once: number("PORTAL_QUOTA_AT_ONCE", &self.quota_at_once)?,
        })
    }
}

fn parse_addr(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("“{text}” is no address with a port, such as 127.0.0.1:3000"))
}

fn parse_database(text: &str) -> Result<DatabaseUrl, String> {
    if let Some(path) = text.strip_prefix("sqlite://")
        && !path.is_empty()
    {
        return Ok(DatabaseUrl::Sqlite(path.into()));
    }
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(DatabaseUrl::Postgres(text.to_owned()));
    }
    // The value itself may hold a password and is not repeated.
    Err("must begin with sqlite:// and a path, or with postgres://".to_owned())
}

fn parse_dir(path: Option<PathBuf>) -> Result<Option<PathBuf>, String> {
    match path {
        Some(path) if !path.is_dir() => Err(format!("“{}” is no folder", path.display())),
        path => Ok(path),
    }
}

fn parse_exit(url: &str) -> Result<HeaderValue, String> {
    let host =
        url.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let printable = url.bytes().all(|byte| byte.is_ascii_graphic());
    match host {
        Some(host) if host.contains('.') && printable => {
            HeaderValue::from_str(url).map_err(|error| error.to_string())
        }
        _ => Err(format!("“{url}” is no https:// address")),
    }
}

/// An address that browsers know passkeys by: over TLS, of a name and no number; on one's own machine without.
fn parse_origin(text: &str) -> Result<Url, String> {
    let bad = || format!("“{text}” is no address of a host alone, such as https://hjaelp.example");
    let url = Url::parse(text).map_err(|_| bad())?;
    let is_plain = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    let is_safe = match url.scheme() {
        "https" => url.domain().is_some(),
        "http" => url.domain() == Some("localhost"),
        _ => false,
    };
    if is_plain && is_safe { Ok(url) } else { Err(bad()) }
}

fn parse_proxies(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|number| *number <= 8)
        .ok_or_else(|| format!("“{text}” is no number from 0 to 8"))
}

fn parse_idle(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| (1..=3600).contains(seconds));
    seconds.map(Duration::from_secs).ok_or_else(|| format!("“{text}” is no number of seconds from 1 to 3600"))
}

fn parse_flag(text: &str) -> Result<bool, String> {
    match text {
        "0" => Ok(false),
        "1" => Ok(true),
        _ => Err(format!("“{text}” must be 0 or 1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Portal {
        #[command(flatten)]
        settings: Settings,
    }

    fn with(arguments: &[&str]) -> Result<Config, ConfigError> {
        let arguments = std::iter::once("portal").chain(arguments.iter().copied());
        Portal::try_parse_from(arguments).expect("flags that are known").settings.parse_values()
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = with(&[]).expect("the defaults hold");
        assert!(config.addr.ip().is_loopback());
        assert!(!config.demo);
        assert!(config.database == DatabaseUrl::Sqlite("data/portal.db".into()));
        assert_eq!(config.quota, Quota::ORDINARY);
    }

    #[test]
    fn every_bad_value_names_its_setting() {
        for (name, flag, value) in [
            ("PORTAL_ADDR", "--addr", "localhost"),
            ("PORTAL_DATABASE_URL", "--database-url", "mysql://x"),
            ("PORTAL_DATABASE_URL", "--database-url", "sqlite://"),
            ("PORTAL_STANDARDS_DIR", "--standards-dir", "/no/such/folder"),
            ("PORTAL_SITE_DIR", "--site-dir", "/no/such/folder"),
            ("PORTAL_ASSETS_DIR", "--assets-dir", "/no/such/folder"),
            ("PORTAL_LOG", "--log", "info=what=this"),
            ("PORTAL_EXIT_URL", "--exit-url", "http://www.dmi.dk/"),
            ("PORTAL_EXIT_URL", "--exit-url", "https://www.dmi.dk/\r\nSet-Cookie: a=b"),
            ("PORTAL_ORIGIN", "--origin", "hjaelp.example"),
            ("PORTAL_ORIGIN", "--origin", "http://hjaelp.example"),
            ("PORTAL_ORIGIN", "--origin", "https://192.0.2.1"),
            ("PORTAL_ORIGIN", "--origin", "https://hjaelp.example/desk"),
            ("PORTAL_PROXIES", "--proxies", "many"),
            ("PORTAL_IDLE", "--idle", "0"),
            ("PORTAL_QUOTA", "--quota", "8,6,60"),
            ("PORTAL_QUOTA_HOLDS", "--quota-holds", "0"),
            ("PORTAL_QUOTA_WRONG", "--quota-wrong", "often"),
            ("PORTAL_DEMO", "--demo", "yes"),
        ] {
            let error = with(&[flag, value]).err().expect(value);
            assert_eq!(error.name, name);
            assert!(!error.reason.is_empty());
        }
    }

    #[test]
    fn the_own_address_is_a_host_with_or_without_a_port() {
        for address in ["https://hjaelp.example", "https://hjaelp.example:8443/", "http://localhost:3000"] {
            assert!(with(&["--origin", address]).expect(address).origin.is_some());
        }
    }

    #[test]
    fn each_quota_is_set_by_its_own_name() {
        let config = with(&["--quota-client", "3", "--quota-at-once", "1"]).expect("numbers");
        assert_eq!(config.quota, Quota { client: 3, at_once: 1, ..Quota::ORDINARY });
        assert_eq!(with(&["--quota", "none"]).expect("none").quota, Quota::NONE);
    }

    #[test]
    fn a_database_password_is_not_repeated_in_the_error() {
        let error = with(&["--database-url", "mysql://u:hemmelig@h/d"]).err().expect("refused");
        assert!(!error.to_string().contains("hemmelig"));
    }
}
