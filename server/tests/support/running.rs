//! The binary, started by a test.

#![allow(dead_code, reason = "no test file uses all of it, and each leaves out something else")]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::fs::FileExt,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

pub fn portal() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    let data = std::env::temp_dir().join(format!("traedesten-data-{}-{}", std::process::id(), next_number()));
    command
        .env_clear()
        .env("PORTAL_DATABASE_URL", format!("sqlite://{}/portal.db", data.display()))
        .env("PORTAL_KEYS_DIR", data.join("keys"))
        // As deploy/ sets it.
        .env("MALLOC_MMAP_THRESHOLD_", "262144")
        .stdin(Stdio::null());
    command
}

fn next_number() -> u32 {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

pub fn run(command: &mut Command) -> Output {
    command.output().expect("the binary runs")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder of this test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("traedesten-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

pub struct Running {
    pub child: Child,
    pub address: String,
    output: BufReader<std::process::ChildStdout>,
}

impl Running {
    pub fn start() -> Self {
        Self::start_with(&mut portal())
    }

    pub fn start_with(command: &mut Command) -> Self {
        let mut child = command
            .env("PORTAL_ADDR", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert_ne!(output.read_line(&mut line).expect("output"), 0, "the server ended");
            if let Some(address) = line.trim().strip_prefix("Trædesten: http://") {
                break address.to_owned();
            }
        };
        Self { child, address, output }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
        stream
    }

    /// Sends `request` as it is and reads the answer to its end.
    pub fn ask(&self, request: &str) -> String {
        self.try_ask(request).expect("an answer")
    }

    /// The same of a server that may be gone.
    pub fn try_ask(&self, request: &str) -> Option<String> {
        self.try_ask_within(request.as_bytes(), Duration::from_secs(20))
    }

    /// The same of a request that need not be a text, and may take long.
    pub fn try_ask_within(&self, request: &[u8], patience: Duration) -> Option<String> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(patience)).ok()?;
        stream.write_all(request).ok()?;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Some(text(&answer))
    }

    pub fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n"))
    }

    /// What the process holds in memory that it can write to: what a copy of its memory would give away.
    pub fn memory(&self) -> Vec<u8> {
        let process = PathBuf::from(format!("/proc/{}", self.child.id()));
        let maps = fs::read_to_string(process.join("maps")).expect("where its memory lies");
        let memory = fs::File::open(process.join("mem")).expect("its memory");
        let mut all = Vec::new();
        for line in maps.lines() {
            let mut words = line.split(' ');
            let (range, rights) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let Some((from, to)) = range.split_once('-').filter(|_| rights.starts_with("rw")) else {
                continue;
            };
            let address = |hex| u64::from_str_radix(hex, 16).expect("an address");
            let (from, to) = (address(from), address(to));
            let mut part = vec![0; usize::try_from(to - from).expect("a length")];
            // What was given back since the list was read cannot be read any more.
            if memory.read_exact_at(&mut part, from).is_ok() {
                all.append(&mut part);
            }
        }
        all
    }

    /// The most memory that it has held so far beside its program, in MiB. Of a program the system reads in what is used, and
    /// a debug build's grows with every page that the portal gets.
    pub fn peak_memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its state");
        let count = |name: &str| -> u64 {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("it is told");
            line.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        (count("VmHWM:") - count("RssFile:")) / 1024
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for the end; gives what was written since the start, and whether all went well.
    pub fn end(mut self) -> (String, bool) {
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).expect("output");
        (rest, self.child.wait().expect("an end").success())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
