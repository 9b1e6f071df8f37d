# CMake functions of the Molt tree.

# molt_add_library(NAME sources… [LINK libraries…] [DEPENDS targets…])
# A static library of the compiler. Upstream MLIR and LLVM come as the shared
# libMLIR and libLLVM that every Molt library links, so they are never listed.
function(molt_add_library name)
  cmake_parse_arguments(ARG "" "" "LINK;DEPENDS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  molt_compiler_options(${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} MLIR LLVM)
  add_dependencies(${name} MoltHeadersGen ${ARG_DEPENDS})
  set_property(GLOBAL APPEND PROPERTY MOLT_COMPILER_LIBS ${name})
endfunction()

# molt_add_tool(NAME sources… [LINK libraries…]): a program in build/bin.
function(molt_add_tool name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  molt_compiler_options(${name})
  target_compile_options(${name} PRIVATE -fPIC) # as the precompiled header
  target_link_libraries(${name} PRIVATE ${ARG_LINK} MLIR LLVM)
  add_dependencies(${name} MoltHeadersGen)
endfunction()

# How everything that includes MLIR is compiled: as LLVM itself was (RTTI on,
# exceptions off), with the precompiled headers of MoltPCH.
function(molt_compiler_options name)
  target_compile_options(${name} PRIVATE -fno-exceptions)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(${name} PRIVATE -Xclang -fno-pch-timestamp)
  endif()
  if(NOT TARGET MoltPCH)
    file(WRITE ${PROJECT_BINARY_DIR}/MoltPCH.cpp "")
    add_library(MoltPCH STATIC ${PROJECT_BINARY_DIR}/MoltPCH.cpp)
    target_compile_options(MoltPCH PRIVATE -fno-exceptions)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
      target_compile_options(MoltPCH PRIVATE -Xclang -fno-pch-timestamp)
    endif()
    target_precompile_headers(MoltPCH PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch.h)
  endif()
  target_precompile_headers(${name} REUSE_FROM MoltPCH)
endfunction()

# molt_add_unittest(NAME sources… [LINK libraries…]): a GoogleTest program that
# lit runs as part of check-molt.
function(molt_add_unittest name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/unittests)
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gtest_main)
  add_dependencies(MoltUnitTests ${name})
endfunction()
