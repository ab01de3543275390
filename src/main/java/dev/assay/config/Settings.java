package dev.assay.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The settings of an installation, validated: `assay.properties` of its home, overridden by `ASSAY_…`
/// environment variables, defaults for the rest.
public final class Settings {
    private final Map<Setting, Value> values;

    Settings(Map<Setting, Value> values) {
        this.values = new EnumMap<>(values);
    }

    /// Whether all values are the same, wherever they came from.
    public boolean isSame(Settings other) {
        return texts().equals(other.texts());
    }

    private Map<Setting, String> texts() {
        Map<Setting, String> texts = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> texts.put(setting, value.text()));
        return texts;
    }

    /// A setting's value.
    ///
    /// @param shown  as the person wrote it, which is what may be printed of it
    /// @param source where it came from
    record Value(String text, String shown, String source) {}

    /// Reads and validates the settings.
    ///
    /// @throws InvalidFiles with all mistakes, each by file, line and column or by variable
    public static Settings load(Path home, Map<String, String> environment) {
        Problems problems = new Problems();
        Settings settings = read(home, environment, problems);
        problems.throwIfAny();
        return settings;
    }

    /// Reads and validates the settings, whose mistakes go to `problems`; what has one is at its default. A
    /// value in the file that a variable overrides is not looked at.
    ///
    /// @param home        the installation's folder; `assay.properties` in it may be absent
    /// @param environment the process' environment
    public static Settings read(Path home, Map<String, String> environment, Problems problems) {
        return new SettingsReader(home, environment, problems).read();
    }

    /// A text, host, database address or secret. A secret never goes into a log or a message.
    public String text(Setting setting) {
        return of(setting, Setting.Type.TEXT, Setting.Type.HOST, Setting.Type.DATABASE, Setting.Type.SECRET);
    }

    public int count(Setting setting) {
        return magnitude(setting, Setting.Type.COUNT).intValueExact();
    }

    /// A size in bytes.
    public long size(Setting setting) {
        return magnitude(setting, Setting.Type.SIZE).longValueExact();
    }

    public Duration duration(Setting setting) {
        return Duration.ofMillis(magnitude(setting, Setting.Type.DURATION).longValueExact());
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(of(setting, Setting.Type.FLAG));
    }

    /// A port from 0 to 65535; 0 stands for any free one.
    public int port(Setting setting) {
        return magnitude(setting, Setting.Type.PORT).intValueExact();
    }

    /// A share from 0 to 1.
    public double share(Setting setting) {
        return magnitude(setting, Setting.Type.SHARE).doubleValue();
    }

    /// One line for each setting with its value and where it came from, for the log at start. A secret is told
    /// as set or not set.
    public List<String> describe() {
        return Arrays.stream(Setting.values()).map(this::describe).toList();
    }

    private String describe(Setting setting) {
        Value value = value(setting);
        boolean secret = setting.type() == Setting.Type.SECRET;
        String shown = secret ? (value.text().isEmpty() ? "not set" : "set") : value.shown();
        return setting.key() + " = " + shown + " (" + value.source() + ")";
    }

    private BigDecimal magnitude(Setting setting, Setting.Type type) {
        return type.magnitude(of(setting, type));
    }

    private String of(Setting setting, Setting.Type... types) {
        if (!List.of(types).contains(setting.type())) {
            throw new IllegalArgumentException(
                    setting.key() + " is " + setting.type().expected() + ". Asked for " + types[0].expected());
        }
        return value(setting).text();
    }

    private Value value(Setting setting) {
        Value value = values.get(setting);
        return value == null ? new Value(setting.defaultText(), setting.defaultText(), "default") : value;
    }
}
