//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    tremplin::cli::run(std::env::args_os().collect()).into()
}
