package dev.assay.command;

import dev.assay.config.Problems;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, and what was probably meant.
public final class WrongUse {
    private WrongUse() {}

    /// What is wrong, in one sentence.
    public static String message(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().getFirst());
        }
        // A mistyped option is also one that is missing; its spelling is what helps.
        if (exception instanceof MissingParameterException) {
            return command.getUnmatchedArguments().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .findFirst()
                    .map(option -> unknown(command, option))
                    .orElse(exception.getMessage());
        }
        return String.valueOf(exception.getMessage());
    }

    /// The line that leads to more: the help of the command that was meant.
    public static String hint(CommandLine command) {
        CommandLine parent = command.getParent();
        if (parent == null) {
            return "Try 'assay help'.";
        }
        return parent.getParent() == null
                ? "Try 'assay help " + command.getCommandName() + "'."
                : "Try 'assay " + parent.getCommandName() + " " + command.getCommandName() + " --help'.";
    }

    private static String unknown(CommandLine command, String argument) {
        if (argument.startsWith("-")) {
            List<String> options = new ArrayList<>();
            command.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
            String name = argument.replaceFirst("=.*", "");
            return "Unknown option '" + name + "'." + Problems.suggestion(name, options);
        }
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        if (commands.isEmpty()) {
            return "'" + argument + "' is one argument too many.";
        }
        String meant = Problems.suggestion(argument, commands);
        return "Unknown command '" + argument + "'."
                + (meant.isEmpty() ? " Known: " + String.join(", ", commands) : meant);
    }

    /// Names the commands of a command that does nothing without one.
    public static ParameterException noCommand(CommandLine command) {
        List<String> names = command.getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .toList();
        String others = String.join(", ", names.subList(0, names.size() - 1));
        return new ParameterException(
                command, "Name a command: " + (others.isEmpty() ? "" : others + " or ") + names.getLast() + ".");
    }
}
