//===- ArrowIpcSchema.cpp - Fields of Arrow IPC schemas -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowIpcSchema.h"

#include "ArrowExtension.h"

#include <cstring>

using namespace molt::rt;
namespace ipc = molt::rt::arrowipc;

bool molt::rt::layoutOf(const ipc::Field &field, ipc::MetadataVersion version,
                        FieldLayout &layout) {
  ++layout.nodes;
  if (field.dictionary()) {
    layout.buffers += 2;
    return true;
  }
  if (!field.type())
    return false;
  switch (field.type_type()) {
  case ipc::Type_Null:
  case ipc::Type_RunEndEncoded:
    break;
  case ipc::Type_Struct_:
  case ipc::Type_FixedSizeList:
    layout.buffers += 1;
    break;
  case ipc::Type_Union: {
    // Before version 5 unions had validity bitmaps.
    bool dense = field.type_as_Union()->mode() == ipc::UnionMode_Dense;
    layout.buffers += 1 + dense + (version < ipc::MetadataVersion_V5);
    break;
  }
  case ipc::Type_Int:
  case ipc::Type_FloatingPoint:
  case ipc::Type_Bool:
  case ipc::Type_Decimal:
  case ipc::Type_Date:
  case ipc::Type_Time:
  case ipc::Type_Timestamp:
  case ipc::Type_Interval:
  case ipc::Type_Duration:
  case ipc::Type_FixedSizeBinary:
  case ipc::Type_List:
  case ipc::Type_LargeList:
  case ipc::Type_Map:
    layout.buffers += 2;
    break;
  case ipc::Type_Utf8:
  case ipc::Type_Binary:
  case ipc::Type_LargeUtf8:
  case ipc::Type_LargeBinary:
  case ipc::Type_ListView:
  case ipc::Type_LargeListView:
    layout.buffers += 3;
    break;
  case ipc::Type_Utf8View:
  case ipc::Type_BinaryView:
    layout.buffers += 2;
    layout.variadic += 1;
    break;
  default:
    return false;
  }
  if (field.children())
    for (const ipc::Field *child : *field.children())
      if (!layoutOf(*child, version, layout))
        return false;
  return true;
}

static bool isInt128(const ipc::Field &field) {
  if (field.type_as_FixedSizeBinary()->byte_width() != 16 || !field.custom_metadata())
    return false;
  std::string_view name, details;
  for (const ipc::KeyValue *entry : *field.custom_metadata()) {
    if (!entry->key() || !entry->value())
      continue;
    if (entry->key()->string_view() == extensionNameKey)
      name = entry->value()->string_view();
    else if (entry->key()->string_view() == extensionMetadataKey)
      details = entry->value()->string_view();
  }
  return isInt128Extension(name, details);
}

bool molt::rt::typeOf(const ipc::Field &field, ArrowType &out) {
  // The verifier lets a type pass whose table is missing.
  if (field.dictionary() || !field.type())
    return false;
  out.type.nullable = field.nullable();
  auto set = [&](int32_t kind, ArrowLayout layout, int64_t width) {
    out.type.kind = kind;
    out.layout = layout;
    out.width = width;
    return true;
  };
  auto setUnit = [&](ipc::TimeUnit unit) {
    out.type.scale = 3 * static_cast<int32_t>(unit);
    return unit >= ipc::TimeUnit_MIN && unit <= ipc::TimeUnit_MAX;
  };
  auto isZone = [](const char *zone) { return strlen(zone) <= maxZoneBytes; };
  switch (field.type_type()) {
  case ipc::Type_Null:
    out.type.nullable = 1;
    return set(MOLT_NULL, ArrowLayout::None, 0);
  case ipc::Type_Bool:
    return set(MOLT_BOOL, ArrowLayout::Bits, 0);
  case ipc::Type_Int: {
    bool isSigned = field.type_as_Int()->is_signed();
    switch (field.type_as_Int()->bit_width()) {
    case 8:
      return set(isSigned ? MOLT_INT8 : MOLT_UINT8, ArrowLayout::Fixed, 1);
    case 16:
      return set(isSigned ? MOLT_INT16 : MOLT_UINT16, ArrowLayout::Fixed, 2);
    case 32:
      return set(isSigned ? MOLT_INT32 : MOLT_UINT32, ArrowLayout::Fixed, 4);
    case 64:
      return set(isSigned ? MOLT_INT64 : MOLT_UINT64, ArrowLayout::Fixed, 8);
    default:
      return false;
    }
  }
  case ipc::Type_FloatingPoint:
    switch (field.type_as_FloatingPoint()->precision()) {
    case ipc::Precision_SINGLE:
      return set(MOLT_FLOAT32, ArrowLayout::Fixed, 4);
    case ipc::Precision_DOUBLE:
      return set(MOLT_FLOAT64, ArrowLayout::Fixed, 8);
    default:
      return false;
    }
  case ipc::Type_Utf8:
    return set(MOLT_UTF8, ArrowLayout::Utf8, 4);
  case ipc::Type_LargeUtf8:
    return set(MOLT_UTF8, ArrowLayout::LargeUtf8, 8);
  case ipc::Type_Utf8View:
    return set(MOLT_UTF8, ArrowLayout::Utf8View, 16);
  case ipc::Type_Binary:
    return set(MOLT_BINARY, ArrowLayout::Utf8, 4);
  case ipc::Type_LargeBinary:
    return set(MOLT_BINARY, ArrowLayout::LargeUtf8, 8);
  case ipc::Type_BinaryView:
    return set(MOLT_BINARY, ArrowLayout::Utf8View, 16);
  case ipc::Type_FixedSizeBinary:
    return isInt128(field) && set(MOLT_INT128, ArrowLayout::Fixed, 16);
  case ipc::Type_Date:
    return field.type_as_Date()->unit() == ipc::DateUnit_DAY &&
           set(MOLT_DATE32, ArrowLayout::Fixed, 4);
  case ipc::Type_Decimal: {
    const ipc::Decimal *decimal = field.type_as_Decimal();
    out.type.precision = decimal->precision();
    out.type.scale = decimal->scale();
    int32_t bits = decimal->bit_width();
    return decimal->precision() >= 1 && decimal->precision() <= 38 && decimal->scale() >= 0 &&
           decimal->scale() <= decimal->precision() &&
           (bits == 32 || bits == 64 || bits == 128 || bits == 256) &&
           set(MOLT_DECIMAL, ArrowLayout::Decimal, bits / 8);
  }
  case ipc::Type_Timestamp: {
    const ipc::Timestamp *timestamp = field.type_as_Timestamp();
    // Some writers write an empty zone for none.
    if (timestamp->timezone() && timestamp->timezone()->size())
      out.type.zone = timestamp->timezone()->c_str();
    return setUnit(timestamp->unit()) && (!out.type.zone || isZone(out.type.zone)) &&
           set(MOLT_TIMESTAMP, ArrowLayout::Fixed, 8);
  }
  case ipc::Type_Duration:
    return setUnit(field.type_as_Duration()->unit()) && set(MOLT_DURATION, ArrowLayout::Fixed, 8);
  case ipc::Type_Interval:
    switch (field.type_as_Interval()->unit()) {
    case ipc::IntervalUnit_YEAR_MONTH:
      return set(MOLT_INTERVAL, ArrowLayout::Interval, 4);
    case ipc::IntervalUnit_DAY_TIME:
      return set(MOLT_INTERVAL, ArrowLayout::Interval, 8);
    case ipc::IntervalUnit_MONTH_DAY_NANO:
      return set(MOLT_INTERVAL, ArrowLayout::Interval, 16);
    default:
      return false;
    }
  case ipc::Type_Time: {
    int32_t bits = field.type_as_Time()->bit_width();
    if (!setUnit(field.type_as_Time()->unit()) || bits != (out.type.scale <= 3 ? 32 : 64))
      return false;
    return set(MOLT_TIME, bits == 32 ? ArrowLayout::Time32 : ArrowLayout::Fixed, bits / 8);
  }
  default:
    return false;
  }
}

std::string molt::rt::describeType(const ipc::Field &field) {
  std::string name = ipc::EnumNameType(field.type_type());
  return field.dictionary() ? "dictionary-encoded " + name : name;
}
