package dev.assay.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a port.
final class PortConverter implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST) {
            throw new TypeConversionException("a port is a number from 0 to " + HIGHEST + ". Found: '" + value + "'");
        }
        return Integer.valueOf(value);
    }
}
