package org.nabla.query;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How columns become the components of one record. A component is a number, a text, a truth value or any other type of the driver; an
 * enum, by its name; a record of one component, such as an identifier; a record of several, which takes as many columns; or an
 * optional one of these, empty where its column, or the first of several, is null. What is not optional may be null only if it is a
 * reference. Dates and the names of zones become those of {@code java.time}.
 */
final class RowShape<T extends Record> {

    private static final ClassValue<RowShape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected RowShape<?> computeValue(Class<?> type) {
            return new RowShape<>(type.asSubclass(Record.class));
        }
    };

    private static final Map<Class<?>, Function<Number, Object>> NUMBERS = Map.of(
            long.class, Number::longValue,
            Long.class, Number::longValue,
            int.class, Number::intValue,
            Integer.class, Number::intValue,
            double.class, Number::doubleValue,
            Double.class, Number::doubleValue);

    private final Constructor<T> constructor;
    private final Part[] parts;
    private final int columns;

    /**
     * A component, as it is filled.
     *
     * @param conversion of a value that is not null, which the component may hold as an optional one
     * @param several what fills it from more than one column; null where one column does
     */
    private record Part(
            String name,
            Function<Object, Object> conversion,
            boolean optional,
            boolean primitive,
            int width,
            @Nullable RowShape<?> several) {

        static Part of(RecordComponent component) {
            var optional = component.getType() == Optional.class;
            var type = optional ? inner(component.getGenericType()) : component.getType();
            @Nullable RowShape<?> shape = type.isRecord() ? RowShape.of(type.asSubclass(Record.class)) : null;
            var width = shape == null ? 1 : shape.columns;
            return new Part(
                    component.getName(),
                    conversionTo(type, shape),
                    optional,
                    type.isPrimitive(),
                    width,
                    width > 1 ? shape : null);
        }
    }

    private RowShape(Class<T> type) {
        var components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("each record has its canonical constructor", e);
        }
        constructor.setAccessible(true);
        parts = Arrays.stream(components).map(Part::of).toArray(Part[]::new);
        columns = Arrays.stream(parts).mapToInt(Part::width).sum();
    }

    @SuppressWarnings("unchecked") // the shape that is kept for a type is one of that type
    static <T extends Record> RowShape<T> of(Class<T> type) {
        return (RowShape<T>) SHAPES.get(type);
    }

    /** @param row an array of columns, or the value itself where the query has one column */
    T row(Object row) {
        var values = row.getClass() == Object[].class ? (@Nullable Object[]) row : new @Nullable Object[] {row};
        if (values.length != columns) {
            throw new IllegalArgumentException(
                    name() + " takes " + columns + " columns, and the query has " + values.length);
        }
        return record(values, 0);
    }

    private T record(@Nullable Object[] values, int from) {
        var arguments = new @Nullable Object[parts.length];
        int column = from;
        for (int i = 0; i < arguments.length; i++) {
            var part = parts[i];
            arguments[i] = filled(part, values, column);
            column += part.width();
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("not a " + name(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the constructor of " + name() + " is accessible", e);
        }
    }

    private @Nullable Object filled(Part part, @Nullable Object[] values, int column) {
        @Nullable Object value = values[column];
        var several = part.several();
        if (several != null) {
            if (part.optional()) {
                return value == null ? Optional.empty() : Optional.of(several.record(values, column));
            }
            return several.record(values, column);
        }
        try {
            if (value == null) {
                if (part.primitive()) {
                    throw new IllegalArgumentException("the column is empty");
                }
                return part.optional() ? Optional.empty() : null;
            }
            var converted = part.conversion().apply(value);
            return part.optional() ? Optional.of(converted) : converted;
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(name() + "." + part.name() + ": " + e.getMessage(), e);
        }
    }

    /** @param shape where the type is a record of ours */
    private static Function<Object, Object> conversionTo(Class<?> type, @Nullable RowShape<?> shape) {
        var number = NUMBERS.get(type);
        if (number != null) {
            return value -> number.apply((Number) value);
        } else if (type.isEnum()) {
            var constants = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), constant -> (Object) constant));
            return value -> Optional.ofNullable(constants.get(value))
                    .orElseThrow(
                            () -> new IllegalArgumentException("no " + type.getSimpleName() + " is named " + value));
        } else if (shape != null) {
            return value -> type.isInstance(value) ? value : shape.row(value);
        } else if (type == LocalDate.class) {
            return value -> value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
        } else if (type == ZoneId.class) {
            return value -> ZoneId.of((String) value);
        }
        return type == boolean.class ? Boolean.class::cast : type::cast;
    }

    private static Class<?> inner(Type optional) {
        var type = ((ParameterizedType) optional).getActualTypeArguments()[0];
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private String name() {
        return constructor.getDeclaringClass().getSimpleName();
    }
}
